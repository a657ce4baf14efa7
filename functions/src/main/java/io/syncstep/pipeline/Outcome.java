package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a task ended, cut to its room. */
public sealed interface Outcome {

    /**
     * It succeeded.
     *
     * @param result that of the execution, at least what names task and run
     */
    record Succeeded(ObjectNode result) implements Outcome {}

    /**
     * It failed.
     *
     * @param cause as an object, at least its message
     */
    record Failed(String error, ObjectNode cause) implements Outcome {}

    /** {@code {"result":{…}}} or {@code {"error":"…","cause":{…}}}. */
    default ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case Succeeded(ObjectNode result) -> json.set("result", result);
            case Failed(String error, ObjectNode cause) ->
                json.put("error", error).set("cause", cause);
        };
    }

    static Outcome of(JsonNode json) {
        return json.has("result")
                ? new Succeeded((ObjectNode) json.path("result"))
                : new Failed(json.path("error").asText(), (ObjectNode) json.path("cause"));
    }
}
