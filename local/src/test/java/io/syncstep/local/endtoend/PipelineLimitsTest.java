package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.engine.TaskAnswer;
import io.syncstep.local.engine.TaskCall;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Twenty stages of fifty tasks pass through the state machine, whatever each of them ends with. */
class PipelineLimitsTest {

    private static final String PIPELINE = pipeline();
    private static final String ONE =
            "{\"name\":\"n\",\"stages\":[{\"name\":\"s\",\"tasks\":[{\"provider\":\"hightouch\",\"syncId\":1}]}]}";
    /** As long as Stitch's may be. */
    private static final String RUN =
            "9223372036854775807.9223372036854775807.sync.0797069d-1c7f-3e46-a7b9-ab9a89adc0aa";

    private static final String LONG = "He said: \"no\"\n\tüß😀\\ ".repeat(700);

    @AutoClose
    private final Stage stage = new Stage();

    private final Pipelines pipelines = new Pipelines(stage);

    @Test
    void aThousandTasksSucceedWithinTheLimitsOfStateAndHistory() {
        Ended ended = pipelines.runOf(PipelineLimitsTest::succeed, PIPELINE);

        JsonNode stages = ended.result().path("stages");
        assertThat(stages)
                .hasSize(20)
                .allSatisfy(stage -> assertThat(stage.path("tasks"))
                        .hasSize(50)
                        .allSatisfy(
                                task -> assertThat(task.path("runId").asText()).isEqualTo(RUN)));
        assertThat(PIPELINE.length()).isBetween(88_000, 90_000);
        assertThat(stages.at("/19/tasks/49/taskId").asText()).isEqualTo("1001999");
        assertThat(stages.at("/19/tasks/49/account").asText()).startsWith("aaa");
        assertThat(ended.execution().historyEvents()).isLessThan(25_000);
    }

    @Test
    void aFirstStageThatFailsAsAWholeIsNamedAsAWhole() {
        Ended ended = pipelines.runOf(call -> fail(call, "SyncTimedOut"), PIPELINE);

        JsonNode cause = ended.failedWith("PipelineFailed");
        assertThat(ended.execution().cause()).hasSizeLessThanOrEqualTo(32_768);
        assertThat(cause.path("failed")).hasSize(50);
        assertThat(cause.path("message").asText()).contains("950 were not started");
        assertThat(cause.path("notStarted").size()).isPositive();
    }

    @Test
    void aTaskThatCouldNotBeStartedIsAFailedTask() {
        Ended ended = pipelines.runOf(
                call -> new TaskAnswer.Failed("StepFunctions.StateMachineDeletingException", "It is being deleted"),
                ONE);

        JsonNode failed = ended.failedWith("PipelineFailed").at("/failed/0");
        assertThat(failed.path("error").asText()).isEqualTo("States.TaskFailed");
        assertThat(failed.path("cause").path("message").asText())
                .isEqualTo("StepFunctions.StateMachineDeletingException: It is being deleted");
    }

    @Test
    void anExecutionThatWasAbortedIsAFailedTask() {
        Ended ended = pipelines.runOf(
                call -> new TaskAnswer.Failed(
                        "States.TaskFailed", "{\"ExecutionArn\":\"arn:e\",\"Status\":\"ABORTED\"}"),
                ONE);

        JsonNode failed = ended.failedWith("PipelineFailed").at("/failed/0");
        assertThat(failed.path("error").asText()).isEqualTo("States.TaskFailed");
        assertThat(failed.path("cause").path("message").asText()).isEqualTo("Its execution ended as ABORTED: arn:e");
    }

    private static long syncId(TaskCall call) {
        return call.parameters().path("Input").path("syncId").asLong();
    }

    private static TaskAnswer succeed(TaskCall call) {
        ObjectNode counts =
                JsonNodeFactory.instance.objectNode().put("added", 773).put("changed", 0);
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("provider", "hightouch")
                .put("account", "a".repeat(34))
                .put("taskId", Long.toString(syncId(call)))
                .put("runId", RUN)
                .put("status", "succeeded")
                .put("providerStatus", "success")
                .put("message", "Hightouch run 42 succeeded. " + LONG)
                .put("triggeredAt", "2026-11-22T08:00:00Z")
                .put("url", "https://app.hightouch.com/acme/syncs/1234567/runs/42");
        result.putObject("rows").set("planned", counts);
        return new TaskAnswer.Succeeded(JsonNodeFactory.instance.objectNode().set("Output", result));
    }

    /** As Step Functions tells it: the Cause of the execution within the description of the execution. */
    private static TaskAnswer fail(TaskCall call, String error) {
        ObjectNode cause = JsonNodeFactory.instance
                .objectNode()
                .put("message", LONG)
                .put("provider", "hightouch")
                .put("account", "default")
                .put("taskId", Long.toString(syncId(call)))
                .put("runId", "42");
        ObjectNode description = JsonNodeFactory.instance
                .objectNode()
                .put("ExecutionArn", "arn:aws:states:eu-central-1:123456789012:execution:sync:e")
                .put("Cause", cause.toString())
                .put("Error", error)
                .put("Status", "FAILED");
        return new TaskAnswer.Failed("States.TaskFailed", description.toString());
    }

    private static String pipeline() {
        return IntStream.range(0, 20)
                .mapToObj(stage -> "{\"name\":\"stage " + stage + "\",\"tasks\":["
                        + IntStream.range(0, 50)
                                .mapToObj(task -> "{\"provider\":\"hightouch\",\"syncId\":"
                                        + (1_001_000 + stage * 50 + task) + ",\"account\":\"" + "a".repeat(34) + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}")
                .collect(Collectors.joining(",", "{\"name\":\"all\",\"stages\":[", "]}"));
    }
}
