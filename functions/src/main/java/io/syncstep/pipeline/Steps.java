package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.pipeline.Pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

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

    /** The answer to what is no pipeline. */
    public static ObjectNode invalid(String message) {
        ObjectNode answer = empty("invalid");
        answer.putObject("failure").put("error", "InvalidRequest").put("cause", PipelineFailure.cause(message));
        return answer;
    }

    private ObjectNode run(Progress progress) {
        ObjectNode answer = answer("run", progress);
        answer.set("groups", groups(progress.stage(), progress.left(), share().bytes()));
        return answer;
    }

    private ArrayNode groups(int stage, List<Integer> left, int share) {
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        for (int from = 0; from < left.size(); from += GROUP) {
            ArrayNode tasks = groups.addObject().putArray("tasks");
            left.subList(from, Math.min(from + GROUP, left.size()))
                    .forEach(task -> tasks.add(task(stage, task, share)));
        }
        return groups;
    }

    private ObjectNode task(int stage, int task, int share) {
        ObjectNode request = pipeline.stage(stage).tasks().get(task).request().deepCopy();
        // So that the console links the two.
        request.put("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", execution.id());
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("task", task)
                .put("stage", pipeline.stage(stage).name())
                .put("name", execution.nameOf(stage, task))
                .put("share", share);
        return json.set("request", request);
    }

    /**
     * What each outcome may take up. Together with all of them the pipeline is handed to a function, the tasks of a stage pass
     * from state to state, and the names of the tasks are put into the output again.
     */
    private Share share() {
        int tasks = IntStream.range(0, pipeline.stages().size())
                .map(stage -> bytes(groups(stage, all(stage), Integer.MAX_VALUE)))
                .max()
                .orElse(0);
        return Share.of(
                pipeline.countTasks(),
                IntStream.of(pipeline.size(), tasks, bytes(names())).max().orElseThrow());
    }

    private List<Integer> all(int stage) {
        return IntStream.range(0, pipeline.stage(stage).tasks().size()).boxed().toList();
    }

    private ArrayNode names() {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        pipeline.stages().forEach(stage -> {
            names.add(stage.name());
            stage.tasks().forEach(task -> names.add(task.names()));
        });
        return names;
    }

    private static int bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
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
                JsonNode result = progress.outcome(stage, task).json().path("result");
                // Where there was too little room for them, its names were left out.
                tasks.add(of.tasks().get(task).names().setAll((ObjectNode) result));
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
