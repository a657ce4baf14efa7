package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.events.Published;
import io.syncstep.local.simulator.stitch.ExtractionScript;
import io.syncstep.local.simulator.stitch.Phase;
import io.syncstep.local.simulator.wire.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stages run one after another, the tasks of a stage at the same time, and nothing behind a stage that failed. */
class PipelineTest {

    private static final String NIGHTLY = Stage.read("../events/requests/nightly-pipeline.json");
    private static final String FAILING = Stage.read("../events/requests/failing-pipeline.json");

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theOutputHasTheResultOfEachTaskByStage() {
        JsonNode output = stage.pipeline(NIGHTLY).result();

        assertThat(output.path("name").asText()).isEqualTo("nightly");
        assertThat(output.path("status").asText()).isEqualTo("succeeded");
        assertThat(output.path("stages")).hasSize(3);
        assertThat(output.at("/stages/0/name").asText()).isEqualTo("ingest");
        assertThat(output.at("/stages/0/tasks"))
                .extracting(task -> task.path("taskId").asText())
                .containsExactly("120643", "120644");
        assertThat(output.at("/stages/2/tasks"))
                .extracting(task -> task.path("taskId").asText())
                .containsExactly("1234567", "1234568");
        assertThat(output.at("/stages/2/tasks/0/rows/planned/added").isNumber()).isTrue();
    }

    @Test
    void eachTaskPublishesItsEventAndThePipelineNone() {
        stage.pipeline(NIGHTLY).result();

        assertThat(stage.published())
                .hasSize(5)
                .extracting(Published::detailType)
                .containsOnly("Sync Succeeded");
    }

    @Test
    void aStageBeginsOnlyAfterEveryTaskOfTheOneBeforeHasEnded() {
        stage.pipeline(NIGHTLY).result();

        assertBefore(
                stage.stitch().requests("GET", "/v4/*/extractions"), stage.dbt().requests());
        assertBefore(stage.dbt().requests(), stage.hightouch().requests());
    }

    @Test
    void theSyncsNeverStartWhenTheDbtJobFails() {
        JsonNode cause = stage.pipeline(NIGHTLY.replace("70403", "9000001")).failedWith("PipelineFailed");

        assertThat(names(cause.path("failed"))).containsExactly("transform dbt 9000001");
        assertThat(names(cause.path("succeeded"))).containsExactly("ingest stitch 120643", "ingest stitch 120644");
        assertThat(names(cause.path("notStarted")))
                .containsExactly("activate hightouch 1234567", "activate hightouch 1234568");
        assertThat(stage.hightouch().requests()).isEmpty();
    }

    private static void assertBefore(List<Exchange> earlier, List<Exchange> later) {
        Instant last = at(earlier).max(Comparator.naturalOrder()).orElseThrow();

        assertThat(later).isNotEmpty();
        assertThat(at(later)).allSatisfy(at -> assertThat(at).isAfterOrEqualTo(last));
    }

    @Test
    void theTasksOfAStageStartAtTheSameTime() {
        stage.pipeline(NIGHTLY).result();

        assertThat(at(stage.stitch().requests("POST", "/v4/sources/*/sync")))
                .hasSize(2)
                .containsOnly(at(stage.stitch().requests("POST", "/v4/sources/*/sync"))
                        .findFirst()
                        .orElseThrow());
        assertThat(at(stage.hightouch().requests("POST", "**")).distinct()).hasSize(1);
    }

    @Test
    void whatFailedIsNamedTheOthersGoOnAndLaterStagesNeverStart() {
        JsonNode cause = stage.pipeline(FAILING).failedWith("PipelineFailed");

        assertThat(cause.propertyStream().map(field -> field.getKey()))
                .containsExactly("message", "name", "failed", "succeeded", "notStarted");
        assertThat(cause.path("name").asText()).isEqualTo("nightly");
        assertThat(cause.path("message").asText())
                .contains(
                        "1 of 3 tasks", "stitch 9000001 in stage ingest (SyncFailed)", "1 was not started", "Redrive");
        JsonNode failed = cause.path("failed").path(0);
        assertThat(failed.path("error").asText()).isEqualTo("SyncFailed");
        assertThat(failed.path("cause").path("message").asText()).contains("9000001");
        assertThat(failed.path("cause").path("phases").isObject()).isTrue();
        assertThat(names(cause.path("failed"))).containsExactly("ingest stitch 9000001");
        assertThat(names(cause.path("succeeded"))).containsExactly("ingest stitch 120643");
        assertThat(cause.at("/succeeded/0/runId").asText())
                .isEqualTo(stage.stitch().startedJobNames(120643).getFirst());
        assertThat(names(cause.path("notStarted"))).containsExactly("activate hightouch 1234567");
        assertThat(stage.hightouch().requests()).isEmpty();
    }

    @Test
    void siblingsOfAFailedTaskGoOnToTheirEnd() {
        stage.pipeline("""
                {"name":"n","stages":[{"name":"s","tasks":[
                  {"provider":"nobody"},{"provider":"stitch","sourceId":120643}]}]}""").failedWith("InvalidRequest");
        stage.pipeline("""
                {"name":"n","stages":[{"name":"s","tasks":[
                  {"provider":"hightouch","syncId":9000404},{"provider":"stitch","sourceId":120643}]}]}""").failedWith("PipelineFailed");

        assertThat(stage.published())
                .extracting(event -> event.detail().path("taskId").asText() + " " + event.detailType())
                .containsExactly("9000404 Sync Failed", "120643 Sync Succeeded");
    }

    @Test
    void anInvalidPipelineCallsNobodyAndNamesThePlace() {
        JsonNode cause = stage.pipeline("""
                {"name":"n","stages":[{"name":"a","tasks":[{"provider":"stitch","sourceId":1}]},
                  {"name":"b","tasks":[{"provider":"hightouch","syncId":"1"}]}]}""").failedWith("InvalidRequest");

        assertThat(cause.path("message").asText())
                .isEqualTo("stages[1].tasks[0].syncId must be an integer 1..2^63-1, got \"1\"");
        assertThat(stage.stitch().requests()).isEmpty();
    }

    @Test
    void eachTaskIsAnExecutionOfItsOwnThatNamesThePipelines() {
        List<String> names = new ArrayList<>();
        List<JsonNode> inputs = new ArrayList<>();

        stage.pipeline(NIGHTLY, new Listener() {
            @Override
            public void on(Event event) {}

            @Override
            public Listener child(String name, JsonNode input) {
                names.add(name);
                inputs.add(input);
                return NONE;
            }
        });

        assertThat(names).hasSize(5).doesNotHaveDuplicates();
        assertThat(names.getFirst()).matches("nightly-2026-11-22-[0-9a-f]{10}-s1-t1-0");
        assertThat(inputs)
                .extracting(input ->
                        input.path("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID").asText())
                .containsOnly("arn:aws:states:local:000000000000:execution:pipeline:nightly-2026-11-22");
    }

    @Test
    void aRedriveRunsWhatHadNotSucceededAndNothingTwice() {
        AtomicReference<JsonNode> failedWith = new AtomicReference<>();
        stage.pipeline(FAILING, remember("Pipeline failed", failedWith)).failedWith("PipelineFailed");
        stage.stitch().play(9000001, ExtractionScript.of(Phase.succeeds(5), Phase.succeeds(10), Phase.succeeds(1)));

        JsonNode output = stage.redrivePipeline(FAILING, failedWith.get()).result();

        assertThat(output.path("stages")).hasSize(2);
        assertThat(output.at("/stages/0/tasks"))
                .extracting(task -> task.path("taskId").asText())
                .containsExactly("120643", "9000001");
        assertThat(stage.stitch().startedJobNames(120643)).hasSize(1);
        assertThat(stage.stitch().startedJobNames(9000001)).hasSize(2);
        assertThat(stage.hightouch().startedRunIds("1234567")).hasSize(1);
    }

    @Test
    void fiftyTasksOfAStageRunAtTheSameTimeWithinStitchsBudget() {
        String tasks = Stream.concat(
                        IntStream.rangeClosed(1, 25)
                                .mapToObj(i -> "{\"provider\":\"hightouch\",\"syncId\":" + (1000 + i) + "}"),
                        IntStream.rangeClosed(1, 25)
                                .mapToObj(i -> "{\"provider\":\"stitch\",\"sourceId\":" + (2000 + i) + "}"))
                .collect(Collectors.joining(","));

        JsonNode output = stage.pipeline(
                        "{\"name\":\"many\",\"stages\":[{\"name\":\"all\",\"tasks\":[" + tasks + "]}]}")
                .result();

        assertThat(output.at("/stages/0/tasks")).hasSize(50).allSatisfy(task -> {
            assertThat(task.path("status").asText()).isEqualTo("succeeded");
        });
        assertThat(output.at("/stages/0/tasks/49/taskId").asText()).isEqualTo("2025");
        assertThat(at(stage.stitch().requests("POST", "/v4/sources/*/sync")).distinct())
                .hasSize(1);
        assertThat(at(stage.hightouch().requests("POST", "**")).distinct()).hasSize(1);
        assertThat(stage.stitch().busiestTenMinutes()).isLessThanOrEqualTo(30);
    }

    @Test
    void theLimitsOfTheStateMachineAreThoseThatItIsTestedWith() {
        Execution execution = stage.pipeline(NIGHTLY).execution();

        assertThat(execution.historyEvents()).isLessThan(200);
        assertThat(execution.states().getLast()).isEqualTo("Pipeline succeeded");
    }

    private static Listener remember(String state, AtomicReference<JsonNode> data) {
        return event -> {
            if (event instanceof Listener.Entered entered && entered.state().equals(state)) {
                data.set(((ObjectNode) entered.data()).deepCopy());
            }
        };
    }

    private static List<String> names(JsonNode tasks) {
        return tasks.valueStream()
                .map(task -> task.path("stage").asText() + " "
                        + task.path("provider").asText() + " "
                        + task.path("taskId").asText())
                .toList();
    }

    private static Stream<Instant> at(List<Exchange> exchanges) {
        return exchanges.stream().map(Exchange::at);
    }
}
