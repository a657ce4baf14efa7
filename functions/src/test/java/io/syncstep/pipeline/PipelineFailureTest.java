package io.syncstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Cause fits into what Step Functions takes, and names every task that failed. */
class PipelineFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "\\", "\u0001", "日", "😀"})
    void whateverNamesAreMadeOfEveryFailedTaskIsNamed(String unit) throws Exception {
        Pipeline pipeline = PipelineParser.parse(pipeline(unit, 50));

        String text = failure(pipeline, cause(unit.repeat(200))).cause();

        assertThat(text).hasSizeLessThanOrEqualTo(PipelineFailure.LONGEST_CAUSE);
        JsonNode cause = Json.MAPPER.readTree(text);
        assertThat(cause.path("failed")).hasSize(50).allSatisfy(task -> {
            assertThat(task.path("taskId").asText()).startsWith(unit);
            assertThat(task.path("stage").asText()).startsWith(unit);
            assertThat(task.path("error").asText()).isEqualTo("SyncFailed");
            assertThat(task.path("cause").path("message").asText()).startsWith(unit);
        });
    }

    @Test
    void membersOfAFailedTaskGiveWayBeforeOtherTasksDo() throws Exception {
        ObjectNode cause = cause("It failed.");
        ArrayNode members = cause.putArray("members");
        IntStream.range(0, 120)
                .forEach(i -> members.addObject()
                        .put("runId", Integer.toString(i))
                        .put("status", i == 119 ? "failed" : "success")
                        .put("url", "https://page/" + "x".repeat(60)));

        String text = failure(PipelineParser.parse(pipeline("x", 4)), cause).cause();

        assertThat(text).hasSizeLessThanOrEqualTo(PipelineFailure.LONGEST_CAUSE);
        JsonNode failed = Json.MAPPER.readTree(text).at("/failed/0/cause");
        assertThat(failed.at("/members/0/runId").asText()).isEqualTo("119");
        assertThat(failed.path("message").asText())
                .isEqualTo(
                        "It failed. Of its 120 members, %d are listed here.",
                        failed.path("members").size());
        assertThat(Json.MAPPER.readTree(text).path("notStarted")).hasSize(4);
    }

    private static ObjectNode cause(String message) {
        return JsonNodeFactory.instance.objectNode().put("message", message);
    }

    private static PipelineFailure failure(Pipeline pipeline, ObjectNode cause) {
        List<@Nullable Outcome> outcomes = new ArrayList<>();
        pipeline.stage(0).tasks().forEach(task -> outcomes.add(new Outcome.Failed("SyncFailed", cause.deepCopy())));
        return new PipelineFailure(pipeline, new Progress(0, List.of(outcomes), 0));
    }

    /** Two stages, their names and the slugs of their tasks made of this. */
    private static ObjectNode pipeline(String unit, int tasks) {
        ObjectNode pipeline = JsonNodeFactory.instance.objectNode().put("name", unit.repeat(80 / unit.length()));
        ArrayNode stages = pipeline.putArray("stages");
        stage(stages.addObject(), unit.repeat(80 / unit.length()), unit.repeat(200 / unit.length()), tasks);
        stage(stages.addObject(), "later", "later", Math.min(tasks, 4));
        return pipeline;
    }

    private static void stage(ObjectNode stage, String name, String slug, int tasks) {
        ArrayNode list = stage.put("name", name).putArray("tasks");
        IntStream.range(0, tasks)
                .forEach(i -> list.addObject().put("provider", "hightouch").put("syncSlug", slug));
    }
}
