package io.syncstep.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import java.util.function.IntFunction;

/** A pipeline of as many stages and tasks as there may be, its steps, and how the tasks of a stage end. */
final class LargestPipeline {

    static final String LONG = "He said: \"no\"\n\tüß😀\\ ".repeat(700);

    private LargestPipeline() {}

    static Pipeline largest() {
        try {
            return PipelineParserTest.parse(PipelineParserTest.pipeline(20, 50));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Steps steps(String id, int redrives) {
        return steps(largest(), id, redrives);
    }

    static Steps steps(Pipeline pipeline, String id, int redrives) {
        return new Steps(pipeline, new PipelineExecution(id, "nightly / 2026-11-22 of a rather long name", redrives));
    }

    /** As the two Maps answer: by group and task. */
    static ObjectNode ended(JsonNode plan, IntFunction<Outcome> end) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ArrayNode groups = state.putArray("outcomes");
        plan.path("groups").forEach(group -> {
            ArrayNode outcomes = groups.addArray();
            group.path("tasks").forEach(task -> {
                int index = task.path("task").asInt();
                Share share = new Share(task.path("share").asInt());
                outcomes.addObject()
                        .put("task", index)
                        .set("outcome", share.fit(end.apply(index)).json());
            });
        });
        return state;
    }

    static Outcome succeeded() {
        return new Outcome.Succeeded((ObjectNode) read("""
                {"provider":"stitch","account":"acme-production","taskId":"1000001",
                 "runId":"116078.1000001.sync.0797069d-1c7f-3e46-a7b9-ab9a89adc0aa","status":"succeeded",
                 "message":"It went well.","phases":{"discovery":0,"tap":0,"target":0},"checks":12}"""));
    }

    static Outcome failed() {
        ObjectNode cause = JsonNodeFactory.instance.objectNode().put("message", LONG);
        return new Outcome.Failed("SyncFailed", cause.put("provider", "stitch").put("taskId", "1000001"));
    }

    static JsonNode read(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
