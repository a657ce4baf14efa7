package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An execution that has ended, as DescribeExecution shows it: what a Task gets that waited for one. Its input and output are
 * JSON, as {@code .sync:2} has it; in the Cause of a failure they are texts.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">AWS's page</a>
 */
final class ExecutionDescription {

    private ExecutionDescription() {}

    static TaskAnswer answer(Identity identity, JsonNode input, Execution ended, long startedAt, long stoppedAt) {
        var description = JsonNodeFactory.instance.objectNode();
        description.put("ExecutionArn", identity.executionArn());
        return switch (ended.status()) {
            case SUCCEEDED -> {
                description.set("Input", input);
                included(description, "InputDetails").put("Name", identity.name());
                description.set("Output", ended.output());
                included(description, "OutputDetails");
                yield new TaskAnswer.Succeeded(about(description, identity, ended, startedAt, stoppedAt));
            }
            case FAILED, TIMED_OUT, ABORTED -> {
                description.put("Cause", ended.cause()).put("Error", ended.error());
                description.put("Input", input.toString());
                included(description, "InputDetails").put("Name", identity.name());
                about(description, identity, ended, startedAt, stoppedAt);
                yield new TaskAnswer.Failed("States.TaskFailed", description.toString());
            }
        };
    }

    /**
     * As the API answers: input and output are texts, too.
     *
     * @param ended null while it goes on
     */
    static ObjectNode now(Identity identity, JsonNode input, @Nullable Execution ended) {
        var description = JsonNodeFactory.instance
                .objectNode()
                .put("ExecutionArn", identity.executionArn())
                .put("StateMachineArn", identity.machineArn())
                .put("Name", identity.name())
                .put("Input", Json.write(input));
        if (ended == null) {
            return description.put("Status", "RUNNING");
        }
        description.put("Status", ended.status().name());
        if (ended.output() != null) {
            description.put("Output", Json.write(ended.output()));
        }
        if (ended.error() != null) {
            description.put("Error", ended.error()).put("Cause", ended.cause());
        }
        return description;
    }

    private static ObjectNode included(ObjectNode description, String field) {
        description.putObject(field).put("Included", true);
        return description;
    }

    private static ObjectNode about(
            ObjectNode description, Identity identity, Execution ended, long startedAt, long stoppedAt) {
        return description
                .put("RedriveCount", 0)
                .put("RedriveStatus", ended.status() == Execution.Status.SUCCEEDED ? "NOT_REDRIVABLE" : "REDRIVABLE")
                .put("StartDate", startedAt)
                .put("StateMachineArn", identity.machineArn())
                .put("Status", ended.status().name())
                .put("StopDate", stoppedAt);
    }
}
