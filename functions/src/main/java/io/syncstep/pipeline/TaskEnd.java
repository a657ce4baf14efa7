package io.syncstep.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import io.syncstep.sync.SyncError;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how the execution of a task ended, from what Step Functions hands over. */
public final class TaskEnd {

    private static final Pattern OF_AWS = Pattern.compile("(States|Lambda)\\.\\w{1,80}");
    private static final Set<String> OURS =
            Arrays.stream(SyncError.values()).map(SyncError::word).collect(Collectors.toUnmodifiableSet());

    private TaskEnd() {}

    /**
     * The outcome as a whole.
     *
     * @param task {@code {"succeeded":{"output":{…}}}}, {@code {"failed":{"Error","Cause"}}}, or {@code {"ended":{…}}} with
     *     the description of an execution that did not succeed
     */
    public static Outcome of(JsonNode task) {
        if (task.has("succeeded")) {
            return new Outcome.Succeeded(object(task.path("succeeded").path("output")));
        }
        return task.has("ended")
                ? described(task.path("ended"))
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
        return description.map(TaskEnd::described).orElseGet(() -> named(error, message(cause)));
    }

    /** Under the name that it has if users may meet it, else under one of AWS's, with the other in the message. */
    private static Outcome named(String error, ObjectNode cause) {
        if (OF_AWS.matcher(error).matches() || OURS.contains(error)) {
            return new Outcome.Failed(error, cause);
        }
        cause.put("message", error + ": " + cause.path("message").asText());
        return new Outcome.Failed("States.TaskFailed", cause);
    }

    /** One that was aborted, or whose machine timed out, has neither Error nor Cause. */
    private static Outcome described(JsonNode execution) {
        String status = execution.path("Status").asText();
        String ended = "Its execution ended as " + status + ": "
                + execution.path("ExecutionArn").asText();
        return named(
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
