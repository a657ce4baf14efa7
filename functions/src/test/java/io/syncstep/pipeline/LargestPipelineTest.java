package io.syncstep.pipeline;

import static io.syncstep.pipeline.LargestPipeline.ended;
import static io.syncstep.pipeline.LargestPipeline.failed;
import static io.syncstep.pipeline.LargestPipeline.largest;
import static io.syncstep.pipeline.LargestPipeline.read;
import static io.syncstep.pipeline.LargestPipeline.steps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every step of a pipeline stays within what Step Functions lets pass, however large pipeline and outcomes are. */
class LargestPipelineTest {

    private static final int LIMIT = 262_144;

    private final Pipeline pipeline = largest();

    @Test
    void everyStepOfTheLargestPipelineFitsIntoWhatMayPass() {
        Steps steps = steps("arn:a", 0);
        ObjectNode answer = steps.first();
        for (int stage = 0; stage < 19; stage++) {
            ObjectNode outcomes = ended(answer, task -> LargestPipeline.succeeded());
            assertFits(answer, outcomes);
            answer = steps.after(Progress.of(answer), outcomes.path("outcomes"));
            assertThat(answer.path("next").asText()).isEqualTo("run");
        }
        ObjectNode failed = ended(answer, task -> failed());
        assertFits(answer, failed);
        answer = steps.after(Progress.of(answer), failed.path("outcomes"));
        assertThat(answer.path("next").asText()).isEqualTo("fail");
        assertFits(answer, failed);
        assertFailureNamesAll(new PipelineFailure(pipeline, Progress.of(answer)));
    }

    /** The longest ids that Stitch can make of its numbers; an ARN as long as names may be. */
    @Test
    void aPipelineOfAsManyBytesAsThereMayBeComesToItsEndWithEveryRun() throws Exception {
        Pipeline full = PipelineParserTest.parse(full());
        assertThat(full.size()).isEqualTo(PipelineParser.MOST_BYTES);
        String run = "9223372036854775807.9223372036854775807.sync.0797069d-1c7f-3e46-a7b9-ab9a89adc0aa";

        ObjectNode answer = succeedsToTheEnd(full, run);

        assertThat(answer.at("/output/stages")).hasSize(20);
        answer.at("/output/stages")
                .forEach(stage -> assertThat(stage.path("tasks")).hasSize(50).allSatisfy(task -> {
                    assertThat(task.path("provider").asText()).isEqualTo("stitch");
                    assertThat(task.path("account").asText()).startsWith("a");
                    assertThat(task.path("taskId").asText()).startsWith("10000");
                    assertThat(task.path("runId").asText()).isEqualTo(run);
                    assertThat(task.path("status").asText()).isEqualTo("succeeded");
                }));
    }

    /** What a provider tells is not ours to trust: then the id is cut rather than the pipeline. */
    @Test
    void runIdsOfAbsurdLengthDoNotKeepAPipelineFromItsEnd() throws Exception {
        ObjectNode answer = succeedsToTheEnd(PipelineParserTest.parse(full()), "\u0001".repeat(500));

        assertThat(answer.at("/output/stages/19/tasks/49/runId").asText()).startsWith("\u0001");
    }

    /** Each character takes up six bytes, and the name of the stage stands in each task. */
    @Test
    void fiftyTasksWithTheLongestNamesFitBesideTheirOutcomes() throws Exception {
        ObjectNode json = (ObjectNode)
                Json.MAPPER.readTree(PipelineParserTest.pipeline(1, 50).replace('\'', '"'));
        ObjectNode stage = (ObjectNode) json.at("/stages/0");
        stage.put("name", "\u0001".repeat(80));
        stage.path("tasks")
                .forEach(task -> ((ObjectNode) task)
                        .put("provider", "hightouch")
                        .put("syncSlug", "\u0001".repeat(256))
                        .remove("sourceId"));

        Pipeline long50 = PipelineParser.parse(json);

        assertThat(long50.size()).isGreaterThan(79_000);
        succeedsToTheEnd(long50, "42");
    }

    private static ObjectNode succeedsToTheEnd(Pipeline pipeline, String run) {
        Steps steps =
                steps(pipeline, "arn:aws-us-gov:states:us-gov-east-1:123456789012:execution:" + "m".repeat(160), 0);
        ObjectNode answer = steps.first();
        for (int stage = 0; stage < pipeline.stages().size(); stage++) {
            assertThat(answer.path("next").asText()).isEqualTo("run");
            Pipeline.Stage of = pipeline.stage(stage);
            ObjectNode outcomes = ended(answer, task -> succeeded(of.tasks().get(task), run));
            assertFits(pipeline, answer, outcomes);
            answer = steps.after(Progress.of(answer), outcomes.path("outcomes"));
            assertThat(bytes(answer)).isLessThan(LIMIT);
        }
        assertThat(answer.path("next").asText()).isEqualTo("succeed");
        return answer;
    }

    private static Outcome succeeded(Pipeline.PlannedTask task, String run) {
        ObjectNode result = ((Outcome.Succeeded) LargestPipeline.succeeded()).result();
        return new Outcome.Succeeded(
                result.<ObjectNode>setAll(task.names()).put("runId", run).put("message", LargestPipeline.LONG));
    }

    /** Accounts as long as they may be without making the pipeline larger than it may be. */
    private static String full() {
        String text = PipelineParserTest.pipeline(20, 50);
        int room = PipelineParser.MOST_BYTES - text.length();
        int each = room / 1_000;
        StringBuilder all = new StringBuilder();
        int from = 0;
        for (int task = 0; task < 1_000; task++) {
            int to = text.indexOf("'sourceId'", from);
            String account = "a".repeat(each - "'account':'',".length() + (task < room % 1_000 ? 1 : 0));
            all.append(text, from, to).append("'account':'").append(account).append("','sourceId'");
            from = to + "'sourceId'".length();
        }
        return all.append(text.substring(from)).toString();
    }

    private void assertFailureNamesAll(PipelineFailure failure) {
        JsonNode cause = read(failure.cause());
        assertThat(failure.cause()).hasSizeLessThanOrEqualTo(PipelineFailure.LONGEST_CAUSE);
        assertThat(cause.path("failed")).hasSize(50).allSatisfy(task -> {
            assertThat(task.path("error").asText()).isEqualTo("SyncFailed");
            assertThat(task.path("taskId").asText()).isNotEmpty();
            assertThat(task.path("cause").path("message").asText()).startsWith("He said");
        });
        assertThat(cause.path("message").asText()).contains("50 of 1000 tasks", "and 45 more", "left out");
    }

    /** What the state machine holds once the stage has run, and what it then hands to a function. */
    private void assertFits(ObjectNode plan, ObjectNode outcomes) {
        assertFits(pipeline, plan, outcomes);
    }

    private static void assertFits(Pipeline pipeline, ObjectNode plan, ObjectNode outcomes) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.set("plan", plan);
        state.setAll(outcomes);
        ObjectNode event = outcomes.deepCopy().put("around", "x".repeat(1_000));
        event.putObject("plan").set("done", plan.path("done"));

        assertThat(bytes(state)).isLessThan(LIMIT);
        assertThat(bytes(event) + pipeline.size()).isLessThan(LIMIT);
    }

    private static int bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
