package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.json.Shown;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a widget, read strictly: whoever wrote one that nobody reads meant something by it.
 *
 * @param path what stands before their names in a message: {@code show.}
 */
record Parameters(String path, JsonNode json) {

    private static final int LONGEST_NAME = 200;

    /** Those that are one parameter's value. */
    static Parameters in(String name, JsonNode value) {
        if (!value.isObject()) {
            throw new InvalidRequest(name, "must be a JSON object", Shown.of(name, value));
        }
        return new Parameters(name + ".", value);
    }

    /** Refuses every other one. */
    void allowOnly(List<String> allowed) {
        for (Map.Entry<String, JsonNode> one : json.properties()) {
            if (!allowed.contains(one.getKey())) {
                String name = Text.cut(path + one.getKey(), LONGEST_NAME);
                String rule = "is none of the parameters " + String.join(", ", allowed);
                throw new InvalidRequest(name, rule, Shown.of(one.getKey(), one.getValue()));
            }
        }
    }

    boolean has(String name) {
        return json.has(name);
    }

    boolean flag(String name) {
        if (json.hasNonNull(name) && !json.path(name).isBoolean()) {
            throw invalid(name, "must be true or false");
        }
        return json.path(name).asBoolean(false);
    }

    /** Empty where it is absent. */
    String text(String name) {
        if (json.hasNonNull(name) && !json.path(name).isTextual()) {
            throw invalid(name, "must be a text");
        }
        return json.path(name).asText("");
    }

    /** One of a few words; null where it is absent or empty. */
    <T> @Nullable T word(String name, T[] values, Function<T, String> word) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        return Stream.of(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        name, "must be one of " + Stream.of(values).map(word).collect(Collectors.joining(", "))));
    }

    InvalidRequest invalid(String name, String rule) {
        return new InvalidRequest(path + name, rule, Shown.of(name, json.path(name)));
    }
}
