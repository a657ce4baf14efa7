package io.syncstep.local.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code template.yaml}, with CloudFormation's short forms ({@code !Ref X}) read as their plain values. */
record Template(Map<String, Object> yaml) {

    static Template read() throws IOException {
        return of(text());
    }

    static String text() throws IOException {
        return Files.readString(Path.of("../template.yaml"));
    }

    static Template of(String text) {
        return new Template(new Yaml(new ShortForms()).load(text));
    }

    Stream<Map.Entry<String, Map<String, Object>>> resources(String type) {
        return map(yaml, "Resources").entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), asMap(entry.getValue())))
                .filter(entry -> entry.getValue().get("Type").equals(type));
    }

    static Map<String, Object> map(Map<String, Object> in, String key) {
        return asMap(in.getOrDefault(key, Map.of()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        return new LinkedHashMap<>((Map<String, Object>) value);
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Map<String, Object> in, String key) {
        Object value = in.getOrDefault(key, List.of());
        return value instanceof List<?> list ? (List<Object>) list : List.of(value);
    }

    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return switch (node) {
                        case ScalarNode scalar -> constructScalar(scalar);
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalArgumentException(node.toString());
                    };
                }
            });
        }
    }
}
