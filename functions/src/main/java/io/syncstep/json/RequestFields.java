package io.syncstep.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a request, read strictly: null means absent, and a number written as a text is no number. */
record RequestFields(JsonNode json) {

    static RequestFields of(JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidRequest("The request", "must be a JSON object", Shown.of(json));
        }
        return new RequestFields(json);
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /**
     * Refuses every other field.
     *
     * @param known fields that exist, if only for others
     */
    void allowOnly(List<String> allowed, List<String> known, String provider) {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String field = entry.getKey();
            if (allowed.contains(field) || entry.getValue().isNull()) {
                continue;
            }
            String rule = known.contains(field)
                    ? "is not a field of " + provider + " requests"
                    : "is not a field of a request";
            throw new InvalidRequest(Text.cut(field, Shown.LONGEST), rule, Shown.of(field, entry.getValue()));
        }
    }

    String exactlyOne(String... names) {
        List<String> there = Arrays.stream(names).filter(this::has).toList();
        if (there.size() != 1) {
            throw new InvalidRequest(
                    "Exactly one of " + String.join(", ", names),
                    "must be there",
                    there.isEmpty() ? "none" : String.join(" and ", there));
        }
        return there.getFirst();
    }

    String text(String field) {
        if (!json.path(field).isTextual()) {
            throw invalid(field, "must be a text");
        }
        return json.path(field).textValue();
    }

    boolean flag(String field, boolean usual) {
        if (!has(field)) {
            return usual;
        }
        if (!json.path(field).isBoolean()) {
            throw invalid(field, "must be true or false");
        }
        return json.path(field).booleanValue();
    }

    long required(String field, long least, long most) {
        Long value = optional(field, least, most);
        if (value == null) {
            throw new InvalidRequest(field + " is required: an integer " + range(least, most));
        }
        return value;
    }

    long number(String field, long least, long most, long usual) {
        Long value = optional(field, least, most);
        return value == null ? usual : value;
    }

    @Nullable
    Long optional(String field, long least, long most) {
        if (!has(field)) {
            return null;
        }
        JsonNode value = json.path(field);
        boolean isInteger = value.isIntegralNumber() && value.canConvertToLong();
        if (!isInteger || value.longValue() < least || value.longValue() > most) {
            throw invalid(field, "must be an integer " + range(least, most));
        }
        return value.longValue();
    }

    private static String range(long least, long most) {
        return least + ".." + (most == Long.MAX_VALUE ? "2^63-1" : Long.toString(most));
    }

    /**
     * One of a few words.
     *
     * @param usual the value where the field is absent, or null where it is required
     */
    <E extends Enum<E>> E word(String field, E[] values, @Nullable E usual) {
        String words = Arrays.stream(values).map(RequestFields::word).collect(Collectors.joining(", "));
        if (!has(field)) {
            if (usual == null) {
                throw new InvalidRequest(field + " is required: one of " + words);
            }
            return usual;
        }
        return Arrays.stream(values)
                .filter(value -> json.path(field).isTextual()
                        && json.path(field).textValue().equals(word(value)))
                .findFirst()
                .orElseThrow(() -> invalid(field, "must be one of " + words));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    InvalidRequest invalid(String field, String rule) {
        return new InvalidRequest(field, rule, Shown.of(json.path(field)));
    }
}
