package io.syncstep.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The paths and templates of the definition of {@code sync}, which are plain: {@code $}, {@code $.a.b}, {@code $$.a.b}. */
final class Paths {

    private Paths() {}

    static JsonNode read(String path, JsonNode data, JsonNode context) {
        JsonNode value = path.startsWith("$$") ? context : data;
        for (String key : path.replaceFirst("^\\$+\\.?", "").split("\\.", -1)) {
            value = key.isEmpty() ? value : value.path(key);
        }
        if (value.isMissingNode()) {
            throw new IllegalStateException("nothing at " + path);
        }
        return value;
    }

    /** The template with a value for each field whose name ends in {@code .$}. */
    static JsonNode shape(JsonNode template, JsonNode data, JsonNode context) {
        if (template.isArray()) {
            ArrayNode shaped = JsonNodeFactory.instance.arrayNode();
            template.forEach(element -> shaped.add(shape(element, data, context)));
            return shaped;
        }
        if (!template.isObject()) {
            return template;
        }
        ObjectNode shaped = JsonNodeFactory.instance.objectNode();
        template.properties().forEach(field -> {
            String name = field.getKey();
            if (name.endsWith(".$")) {
                shaped.set(
                        name.substring(0, name.length() - 2),
                        read(field.getValue().asText(), data, context));
            } else {
                shaped.set(name, shape(field.getValue(), data, context));
            }
        });
        return shaped;
    }

    /** The data with a value at {@code $.name} or {@code $.name.field}. */
    static JsonNode put(JsonNode data, String path, JsonNode value) {
        return put(data, List.of(path.substring(2).split("\\.")), value);
    }

    private static JsonNode put(JsonNode data, List<String> path, JsonNode value) {
        if (path.isEmpty()) {
            return value;
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        data.properties().forEach(field -> changed.set(field.getKey(), field.getValue()));
        String name = path.getFirst();
        return changed.set(name, put(data.path(name), path.subList(1, path.size()), value));
    }

    static String chosen(JsonNode choice, JsonNode data) {
        for (JsonNode rule : choice.path("Choices")) {
            if (matches(rule, read(rule.path("Variable").asText(), data, data).asText())) {
                return rule.path("Next").asText();
            }
        }
        return choice.path("Default").asText();
    }

    private static boolean matches(JsonNode rule, String value) {
        return rule.has("StringEquals")
                ? rule.path("StringEquals").asText().equals(value)
                : value.startsWith(rule.path("StringMatches").asText().replace("*", ""));
    }
}
