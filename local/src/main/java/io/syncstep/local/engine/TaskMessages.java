package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Tells the interpreter how a task ended, as far as it may know. */
final class TaskMessages {

    private TaskMessages() {}

    static Optional<ObjectNode> of(int task, String state, TaskAnswer answer) {
        return switch (answer) {
            case TaskAnswer.Succeeded(JsonNode result)
            when Limits.tooLarge(result) ->
                Optional.of(failure(
                        task,
                        Limits.DATA_LIMIT_EXCEEDED,
                        Limits.tooLargeCause("The result of the state \"%s\"".formatted(state))));
            case TaskAnswer.Succeeded(JsonNode result) ->
                Optional.of(message(task).set("result", ExactNumbers.mark(result)));
            case TaskAnswer.Failed(String error, String cause) -> Optional.of(failure(task, error, cause));
            case TaskAnswer.Missing() -> Optional.empty();
        };
    }

    private static ObjectNode failure(int task, String error, String cause) {
        var message = message(task);
        message.putObject("failure")
                .put("error", Limits.cut(error, Limits.ERROR_CHARS))
                .put("cause", Limits.cut(cause, Limits.CAUSE_CHARS))
                .put("terminal", error.equals(Limits.DATA_LIMIT_EXCEEDED));
        return message;
    }

    private static ObjectNode message(int task) {
        return JsonNodeFactory.instance.objectNode().put("type", "answer").put("task", task);
    }
}
