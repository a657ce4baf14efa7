package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.STITCH_START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.simulator.stitch.ExtractionScript;
import io.syncstep.local.simulator.stitch.Phase;
import io.syncstep.local.simulator.wire.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Each task of a pipeline is an execution of its own, started once however often the pipeline is tried. */
class PipelineTasksTest {

    private static final String NIGHTLY = Stage.read("../events/requests/nightly-pipeline.json");
    private static final String FAILING = Stage.read("../events/requests/failing-pipeline.json");

    @AutoClose
    private final Stage stage = new Stage();

    private final Pipelines pipelines = new Pipelines(stage);

    @Test
    void eachTaskIsAnExecutionOfItsOwnThatNamesThePipelines() {
        List<String> names = new ArrayList<>();
        List<JsonNode> inputs = new ArrayList<>();

        pipelines.run(NIGHTLY, new Listener() {
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
        pipelines.run(FAILING, remember("Pipeline failed", failedWith)).failedWith("PipelineFailed");
        stage.stitch().play(9000001, ExtractionScript.of(Phase.succeeds(5), Phase.succeeds(10), Phase.succeeds(1)));

        JsonNode output =
                pipelines.redrive(FAILING, "Pipeline failed", failedWith.get()).result();

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
        String tasks = Stream.of(
                        tasks("hightouch", "syncId", 1000, 15),
                        tasks("dbt", "jobId", 3000, 10),
                        tasks("stitch", "sourceId", 2000, 25))
                .flatMap(each -> each)
                .collect(Collectors.joining(","));

        JsonNode output = pipelines
                .run("{\"name\":\"many\",\"stages\":[{\"name\":\"all\",\"tasks\":[" + tasks + "]}]}")
                .result();

        assertThat(output.at("/stages/0/tasks")).hasSize(50).allSatisfy(task -> {
            assertThat(task.path("status").asText()).isEqualTo("succeeded");
        });
        assertThat(output.at("/stages/0/tasks/49/taskId").asText()).isEqualTo("2025");
        assertThat(at(stage.stitch().requests("POST", STITCH_START)).distinct()).hasSize(1);
        assertThat(at(stage.hightouch().requests("POST", "**")).distinct()).hasSize(1);
        assertThat(at(stage.dbt().requests("POST", "/jobs/*/run/")).distinct()).hasSize(1);
        assertThat(stage.stitch().busiestTenMinutes()).isLessThanOrEqualTo(30);
    }

    private static Stream<String> tasks(String provider, String id, int above, int count) {
        return IntStream.rangeClosed(above + 1, above + count)
                .mapToObj(task -> "{\"provider\":\"%s\",\"%s\":%d}".formatted(provider, id, task));
    }

    static Listener remember(String state, AtomicReference<JsonNode> data) {
        return event -> {
            if (event instanceof Listener.Entered entered && entered.state().equals(state)) {
                data.set(((ObjectNode) entered.data()).deepCopy());
            }
        };
    }

    private static Stream<Instant> at(List<Exchange> exchanges) {
        return exchanges.stream().map(Exchange::at);
    }
}
