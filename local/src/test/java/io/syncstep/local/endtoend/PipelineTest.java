package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.STITCH_START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.events.Published;
import io.syncstep.local.simulator.wire.Exchange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Stages run one after another, the tasks of a stage at the same time, and nothing behind a stage that failed. */
class PipelineTest {

    private static final String NIGHTLY = Stage.read("../events/requests/nightly-pipeline.json");
    private static final String FAILING = Stage.read("../events/requests/failing-pipeline.json");

    @AutoClose
    private final Stage stage = new Stage();

    private final Pipelines pipelines = new Pipelines(stage);

    @Test
    void theOutputHasTheResultOfEachTaskByStage() {
        JsonNode output = pipelines.run(NIGHTLY).result();

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
        pipelines.run(NIGHTLY).result();

        assertThat(stage.published())
                .hasSize(5)
                .extracting(Published::detailType)
                .containsOnly("Sync Succeeded");
    }

    @Test
    void aStageBeginsOnlyAfterEveryTaskOfTheOneBeforeHasEnded() {
        pipelines.run(NIGHTLY).result();

        assertBefore(
                stage.stitch().requests("GET", "/v4/*/extractions"), stage.dbt().requests());
        assertBefore(stage.dbt().requests(), stage.hightouch().requests());
    }

    @Test
    void theSyncsNeverStartWhenTheDbtJobFails() {
        JsonNode cause = pipelines.run(NIGHTLY.replace("70403", "9000001")).failedWith("PipelineFailed");

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
        pipelines.run(NIGHTLY).result();

        assertThat(at(stage.stitch().requests("POST", STITCH_START)))
                .hasSize(2)
                .containsOnly(at(stage.stitch().requests("POST", STITCH_START))
                        .findFirst()
                        .orElseThrow());
        assertThat(at(stage.hightouch().requests("POST", "**")).distinct()).hasSize(1);
    }

    @Test
    void whatFailedIsNamedTheOthersGoOnAndLaterStagesNeverStart() {
        JsonNode cause = pipelines.run(FAILING).failedWith("PipelineFailed");

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
        pipelines.run("""
                {"name":"n","stages":[{"name":"s","tasks":[
                  {"provider":"nobody"},{"provider":"stitch","sourceId":120643}]}]}""").failedWith("InvalidRequest");
        pipelines.run("""
                {"name":"n","stages":[{"name":"s","tasks":[
                  {"provider":"hightouch","syncId":9000404},{"provider":"stitch","sourceId":120643}]}]}""").failedWith("PipelineFailed");

        assertThat(stage.published())
                .extracting(event -> event.detail().path("taskId").asText() + " " + event.detailType())
                .containsExactly("9000404 Sync Failed", "120643 Sync Succeeded");
    }

    @Test
    void anInvalidPipelineCallsNobodyAndNamesThePlace() {
        JsonNode cause = pipelines.run("""
                {"name":"n","stages":[{"name":"a","tasks":[{"provider":"stitch","sourceId":1}]},
                  {"name":"b","tasks":[{"provider":"hightouch","syncId":"1"}]}]}""").failedWith("InvalidRequest");

        assertThat(cause.path("message").asText())
                .isEqualTo("stages[1].tasks[0].syncId must be an integer 1..2^63-1, got \"1\"");
        assertThat(stage.stitch().requests()).isEmpty();
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
