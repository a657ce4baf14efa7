package io.syncstep.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import java.util.Optional;

/** Reads how the execution of a task ended, from what Step Functions hands over. */
public final class TaskEnd {

    private TaskEnd() {}

    /**
     * The outcome as a whole.
     *
     * @param task {@code {"succeeded":{"output":{…}}}} or {@code {"failed":{"Error","Cause"}}}
     */
    public static Outcome of(JsonNode task) {
        return task.has("succeeded")
                ? new Outcome.Succeeded(object(task.path("succeeded").path("output")))
                : failed(
                        task.path("failed").path("Error").asText(),
                        task.path("failed").path("Cause").asText());
    }

    /**
     * When an execution fails, Step Functions tells its description as the Cause, and therein Error and Cause of the
     * execution itself. When it could not be started there is none.
     */
    private static Outcome failed(String error, String cause) {
        Optional<JsonNode> description = read(cause).filter(json -> json.has("ExecutionArn"));
        return description.map(TaskEnd::described).orElseGet(() -> new Outcome.Failed(error, message(cause)));
    }

    /** One that was aborted, or whose machine timed out, has neither Error nor Cause. */
    private static Outcome described(JsonNode execution) {
        String status = execution.path("Status").asText();
        String ended = "Its execution ended as " + status + ": "
                + execution.path("ExecutionArn").asText();
        return new Outcome.Failed(
                execution.path("Error").asText(status.equals("TIMED_OUT") ? "States.Timeout" : "States.TaskFailed"),
                execution.hasNonNull("Cause") ? object(execution.path("Cause").asText()) : message(ended));
    }

    private static ObjectNode object(String text) {
        return read(text).map(TaskEnd::object).orElseGet(() -> message(text));
    }

    private static ObjectNode object(JsonNode json) {
        return json instanceof ObjectNode object ? object : message(json.toString());
    }

    private static ObjectNode message(String text) {
        return JsonNodeFactory.instance.objectNode().put("message", text);
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(Json.MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
