package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.pipeline.Pipeline.Stage;
import java.util.List;

/**
 * Works out what a pipeline does next, as the state machine reads it: {@code {"next","stage","done","redriveCount","groups",
 * "output","failure"}}, each field always there. {@code next} is {@code run}, {@code succeed}, {@code fail} or {@code
 * invalid}.
 */
public record Steps(Pipeline pipeline, PipelineExecution execution) {

    /** Step Functions runs at most 40 iterations of a Map at a time: two Maps of 25 inside another run 50. */
    private static final int GROUP = 25;

    public ObjectNode first() {
        return run(Progress.start(pipeline, execution.redriveCount()));
    }

    /** After all tasks of a stage have ended. */
    public ObjectNode after(Progress before, JsonNode outcomes) {
        Progress progress = before.with(outcomes, execution.redriveCount());
        if (!progress.left().isEmpty()) {
            return answer("fail", progress);
        }
        int next = progress.stage() + 1;
        return next < pipeline.stages().size() ? run(progress.enter(pipeline, next)) : succeed(progress);
    }

    /** After a redrive: the stage once more, without the tasks that have succeeded. */
    public ObjectNode again(Progress failed) {
        return run(failed.redriven(execution.redriveCount()));
    }

    /** Whether the execution was redriven since it failed. */
    public boolean isRedriven(Progress failed) {
        return execution.redriveCount() > failed.redriveCount();
    }

    /** The answer to what is no pipeline. */
    public static ObjectNode invalid(String message) {
        ObjectNode answer = empty("invalid");
        String cause =
                JsonNodeFactory.instance.objectNode().put("message", message).toString();
        answer.putObject("failure").put("error", "InvalidRequest").put("cause", cause);
        return answer;
    }

    private ObjectNode run(Progress progress) {
        ObjectNode answer = answer("run", progress);
        answer.set("groups", groups(progress));
        return answer;
    }

    private ArrayNode groups(Progress progress) {
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        List<Integer> left = progress.left();
        for (int from = 0; from < left.size(); from += GROUP) {
            ArrayNode tasks = groups.addObject().putArray("tasks");
            left.subList(from, Math.min(from + GROUP, left.size()))
                    .forEach(task -> tasks.add(task(progress.stage(), task)));
        }
        return groups;
    }

    private ObjectNode task(int stage, int task) {
        ObjectNode request = pipeline.stage(stage).tasks().get(task).request().deepCopy();
        // So that the console links the two.
        request.put("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", execution.id());
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("task", task)
                .put("stage", pipeline.stage(stage).name())
                .put("name", execution.nameOf(stage, task))
                .put("room", Room.in(pipeline).bytes());
        return json.set("request", request);
    }

    private ObjectNode succeed(Progress progress) {
        ObjectNode answer = answer("succeed", progress);
        // The results stand in the output, and need not pass twice.
        answer.putArray("done");
        ObjectNode output = answer.putObject("output").put("name", pipeline.name());
        ArrayNode stages = output.put("status", "succeeded").putArray("stages");
        for (int stage = 0; stage < pipeline.stages().size(); stage++) {
            Stage of = pipeline.stage(stage);
            ArrayNode tasks = stages.addObject().put("name", of.name()).putArray("tasks");
            for (int task = 0; task < of.tasks().size(); task++) {
                tasks.add(progress.outcome(stage, task).json().path("result"));
            }
        }
        return answer;
    }

    private static ObjectNode answer(String next, Progress progress) {
        ObjectNode answer = empty(next);
        answer.put("stage", progress.stage()).put("redriveCount", progress.redriveCount());
        answer.set("done", progress.doneJson());
        return answer;
    }

    private static ObjectNode empty(String next) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("next", next)
                .put("stage", 0)
                .put("redriveCount", 0);
        answer.putArray("done");
        answer.putArray("groups");
        answer.putObject("output");
        answer.putObject("failure");
        return answer;
    }
}
