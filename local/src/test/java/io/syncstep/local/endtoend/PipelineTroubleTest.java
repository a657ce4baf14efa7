package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.local.engine.ServiceIntegration;
import io.syncstep.local.engine.TaskAnswer;
import io.syncstep.local.lambda.FunctionAnswer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whatever breaks, a pipeline ends under a name that users may meet, and a redrive runs nothing twice. */
class PipelineTroubleTest {

    private static final String TWO = """
            {"name":"n","stages":[
              {"name":"s","tasks":[{"provider":"stitch","sourceId":120643},{"provider":"hightouch","syncId":9000001}]},
              {"name":"t","tasks":[{"provider":"hightouch","syncId":1234567}]}]}""";
    private static final String ONE = """
            {"name":"n","stages":[{"name":"s","tasks":[{"provider":"hightouch","syncId":1}]}]}""";

    private static final ServiceIntegration TAKEN = call ->
            new TaskAnswer.Failed("StepFunctions.ExecutionAlreadyExistsException", "Execution Already Exists: 'arn'");

    @AutoClose
    private final Stage stage = new Stage();

    private final Pipelines pipelines = new Pipelines(stage);

    @Test
    void aPipelineThatCouldNotBeCheckedFailsUnderANameOfAwsAndStartsNothing() {
        breaks("${AdvancePipeline}", payload -> step(payload).equals("check"));

        Ended ended = pipelines.run(TWO);

        assertThat(ended.execution().error()).isEqualTo("States.TaskFailed");
        assertThat(ended.execution().cause()).contains("a bug");
        assertThat(stage.published()).isEmpty();
    }

    @Test
    void tasksThatCouldNotBeSummedUpCountAsTheyEndedAndEndNoOthers() {
        breaks("${AdvancePipeline}", payload -> step(payload).equals("task"));

        JsonNode cause = pipelines.run(TWO).failedWith("PipelineFailed");

        assertThat(cause.at("/failed/0/taskId").asText()).isEqualTo("9000001");
        assertThat(cause.at("/failed/0/error").asText()).isEqualTo("States.TaskFailed");
        assertThat(cause.at("/failed/0/cause/message").asText()).contains("history of its execution");
        assertThat(cause.at("/succeeded/0/runId").asText())
                .isEqualTo(stage.stitch().startedJobNames(120643).getFirst());
    }

    @Test
    void aStageThatCouldNotBeSummedUpIsSummedUpAfterARedriveAndItsTasksNotRunAgain() {
        String state = "The stage could not be summed up";
        AtomicReference<JsonNode> failedWith = new AtomicReference<>();
        breaks("${AdvancePipeline}", payload -> step(payload).equals("stage"));

        Ended ended = pipelines.run(TWO.replace("9000001", "1234568"), PipelineTasksTest.remember(state, failedWith));

        JsonNode cause = ended.failedWith("States.TaskFailed");
        assertThat(cause.path("message").asText()).contains("AdvancePipeline failed", "Redrive");
        stage.platform(functions -> functions);
        assertThat(pipelines
                        .redrive(TWO.replace("9000001", "1234568"), state, failedWith.get())
                        .result()
                        .path("stages"))
                .hasSize(2);
        assertThat(stage.stitch().startedJobNames(120643)).hasSize(1);
        assertThat(stage.hightouch().startedRunIds("1234568")).hasSize(1);
        assertThat(stage.hightouch().startedRunIds("1234567")).hasSize(1);
    }

    @Test
    void aRedriveOfAStageThatStillCannotBeSummedUpEndsAgain() {
        String state = "The stage could not be summed up";
        AtomicReference<JsonNode> failedWith = new AtomicReference<>();
        breaks("${AdvancePipeline}", payload -> step(payload).equals("stage"));
        pipelines.run(TWO, PipelineTasksTest.remember(state, failedWith));

        Ended ended = pipelines.redrive(TWO, state, failedWith.get());

        assertThat(ended.failedWith("States.TaskFailed").path("message").asText())
                .contains("AdvancePipeline");
        assertThat(ended.execution().states()).containsExactly(state, "Sum up the stage", state);
    }

    @Test
    void aFunctionThatCannotFailThePipelineIsCalledAgain() {
        AtomicInteger calls = new AtomicInteger();
        breaks("${FailPipeline}", payload -> calls.incrementAndGet() < 4);

        pipelines.run(TWO).failedWith("PipelineFailed");

        assertThat(calls).hasValue(4);
    }

    @Test
    void aFunctionThatNeverFailsThePipelineLeavesItToATimeout() {
        stage.platform(functions -> (name, payload) -> name.equals("${FailPipeline}")
                ? new FunctionAnswer.Returned(JsonNodeFactory.instance.objectNode())
                : functions.invoke(name, payload));

        assertThat(pipelines.run(TWO).execution().error()).isEqualTo("States.Timeout");
    }

    @Test
    void aTaskThatEndedBeforeItsStartWasRepeatedCountsAsItEnded() {
        List<String> asked = new ArrayList<>();

        JsonNode output = pipelines
                .runOf(
                        TAKEN,
                        call -> {
                            asked.add(call.parameters().path("ExecutionArn").asText());
                            return described("SUCCEEDED", "Output", "{\"runId\":\"42\",\"status\":\"succeeded\"}");
                        },
                        ONE)
                .result();

        assertThat(output.at("/stages/0/tasks/0/runId").asText()).isEqualTo("42");
        assertThat(asked).singleElement().asString().matches("\\$\\{SyncExecutions}:nightly-.*-s1-t1-0");
    }

    @Test
    void aTaskThatFailedBeforeItsStartWasRepeatedFailsAsItDid() {
        Ended ended = pipelines.runOf(TAKEN, call -> failed(), ONE);

        JsonNode failed = ended.failedWith("PipelineFailed").at("/failed/0");
        assertThat(failed.path("error").asText()).isEqualTo("SyncFailed");
        assertThat(failed.at("/cause/message").asText()).isEqualTo("It failed.");
    }

    @Test
    void aTaskWhoseEndIsNotToBeSeenYetIsWaitedFor() {
        Iterator<TaskAnswer> answers = List.of(
                        new TaskAnswer.Failed("Sfn.SfnException", "throttled"),
                        described("RUNNING", "Name", "e"),
                        described("PENDING_REDRIVE", "Name", "e"),
                        described("SUCCEEDED", "Output", "{\"runId\":\"42\",\"status\":\"succeeded\"}"))
                .iterator();

        JsonNode output = pipelines.runOf(TAKEN, call -> answers.next(), ONE).result();

        assertThat(output.at("/stages/0/tasks/0/runId").asText()).isEqualTo("42");
        assertThat(answers.hasNext()).isFalse();
    }

    @Test
    void aTaskWhoseEndIsNeverToldIsAFailedTask() {
        Ended ended = pipelines.runOf(TAKEN, ONE);

        JsonNode failed = ended.failedWith("PipelineFailed").at("/failed/0");
        assertThat(failed.path("error").asText()).isEqualTo("States.TaskFailed");
        assertThat(failed.at("/cause/message").asText()).startsWith("Sfn.ExecutionDoesNotExistException: ");
    }

    private static TaskAnswer described(String status, String field, String text) {
        return new TaskAnswer.Succeeded(JsonNodeFactory.instance
                .objectNode()
                .put("ExecutionArn", "arn:e")
                .put("Status", status)
                .put(field, text));
    }

    private static TaskAnswer failed() {
        return new TaskAnswer.Succeeded(JsonNodeFactory.instance
                .objectNode()
                .put("ExecutionArn", "arn:e")
                .put("Status", "FAILED")
                .put("Error", "SyncFailed")
                .put("Cause", "{\"message\":\"It failed.\"}"));
    }

    /** The calls of this function that are to break end under the name of a class. */
    private void breaks(String function, Predicate<JsonNode> which) {
        stage.platform(functions -> (name, payload) -> name.equals(function) && which.test(payload)
                ? new FunctionAnswer.Refused("com.example.ABug", "a bug")
                : functions.invoke(name, payload));
    }

    private static String step(JsonNode payload) {
        return payload.path("step").asText();
    }
}
