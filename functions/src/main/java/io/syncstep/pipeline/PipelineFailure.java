package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Shortened;
import io.syncstep.pipeline.Pipeline.PlannedTask;
import io.syncstep.sync.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a pipeline fails with: which tasks failed and why, which succeeded, and which were not started. */
public record PipelineFailure(Pipeline pipeline, Progress progress) {

    public static final String ERROR = "PipelineFailed";

    /** Step Functions' limit on a Cause, in characters. */
    static final int LONGEST_CAUSE = 32_768;

    private static final int MOST_NAMED = 5;
    private static final List<Integer> SHORTER = List.of(2_000, 1_000, 500, 250, 120);

    /** A character may take up six: with the last of these, fifty failed tasks fit whatever their names are made of. */
    private static final List<Integer> SHORTER_NAMES = List.of(120, 60, 30, 15);

    /**
     * The Cause, as a JSON text. Where it would be too long, the messages of the failed tasks are shortened first, then their
     * members are left out, then the tasks at the ends of the lists of others, then the causes are cut to their messages, and
     * in the end names are cut. A failed task is never left out.
     */
    public String cause() {
        ObjectNode cause = JsonNodeFactory.instance.objectNode();
        cause.put("message", "").put("name", pipeline.name());
        ArrayNode failed = cause.putArray("failed");
        ArrayNode succeeded = cause.putArray("succeeded");
        ArrayNode notStarted = cause.putArray("notStarted");
        eachTask((stage, task, planned) -> {
            if (stage >= progress.done().size()) {
                notStarted.add(names(stage, planned));
            } else {
                switch (progress.outcome(stage, task)) {
                    case Outcome.Succeeded(ObjectNode result) ->
                        succeeded.add(names(stage, planned, result)
                                .put("runId", result.path("runId").asText()));
                    case Outcome.Failed(String error, ObjectNode why) ->
                        failed.add(names(stage, planned, why)
                                .put("error", Text.cut(error, 60))
                                .set("cause", why));
                }
            }
        });
        cause.put("message", message(failed, notStarted.size(), false));
        fit(cause, failed, succeeded, notStarted);
        return cause.toString();
    }

    /** A Cause of nothing but a message. */
    public static String cause(String message) {
        return JsonNodeFactory.instance.objectNode().put("message", message).toString();
    }

    private interface Visitor {
        void visit(int stage, int task, PlannedTask planned);
    }

    private void eachTask(Visitor visitor) {
        for (int stage = 0; stage < pipeline.stages().size(); stage++) {
            List<PlannedTask> tasks = pipeline.stage(stage).tasks();
            for (int task = 0; task < tasks.size(); task++) {
                visitor.visit(stage, task, tasks.get(task));
            }
        }
    }

    private ObjectNode names(int stage, PlannedTask planned) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("stage", pipeline.stage(stage).name())
                .put("provider", planned.provider())
                .put("taskId", planned.label());
    }

    /** A slug gives way to the id that was found for it. */
    private ObjectNode names(int stage, PlannedTask planned, ObjectNode found) {
        ObjectNode names = names(stage, planned);
        return found.path("taskId").isTextual()
                ? names.put("taskId", found.path("taskId").textValue())
                : names;
    }

    private String message(ArrayNode failed, int notStarted, boolean cut) {
        String named = StreamSupport.stream(failed.spliterator(), false)
                .limit(MOST_NAMED)
                .map(task -> "%s %s in stage %s (%s)"
                        .formatted(
                                task.path("provider").asText(),
                                task.path("taskId").asText(),
                                task.path("stage").asText(),
                                task.path("error").asText()))
                .collect(Collectors.joining(", "));
        String more = failed.size() > MOST_NAMED ? " and " + (failed.size() - MOST_NAMED) + " more" : "";
        return "%d of %d tasks of the pipeline %s failed: %s%s. %d %s not started. Redrive the execution to run what has not succeeded.%s"
                .formatted(
                        failed.size(),
                        pipeline.countTasks(),
                        pipeline.name(),
                        named,
                        more,
                        notStarted,
                        notStarted == 1 ? "was" : "were",
                        cut ? " Here some of the others are left out: the execution's history has them all." : "");
    }

    private void fit(ObjectNode cause, ArrayNode failed, ArrayNode succeeded, ArrayNode notStarted) {
        int notStartedCount = notStarted.size();
        for (int most : SHORTER) {
            if (isTooLong(cause)) {
                failed.forEach(task -> Shortened.message((ObjectNode) task.path("cause"), most));
            }
        }
        while (isTooLong(cause) && failed.findValue("members") != null) {
            failed.forEach(task -> fewerMembers((ObjectNode) task.path("cause")));
        }
        if (isTooLong(cause)) {
            cause.put("message", message(failed, notStartedCount, true));
        }
        while (isTooLong(cause) && succeeded.size() + notStarted.size() > 0) {
            halve(succeeded.size() > notStarted.size() ? succeeded : notStarted);
        }
        if (isTooLong(cause)) {
            failed.forEach(task -> cutToMessage((ObjectNode) task));
        }
        for (int most : SHORTER_NAMES) {
            if (isTooLong(cause)) {
                failed.forEach(task -> cutNames((ObjectNode) task, most));
                cause.put("message", message(failed, notStartedCount, true));
            }
        }
    }

    private static void fewerMembers(ObjectNode cause) {
        Shortened.members(cause, cause.path("members").size() / 2);
    }

    private static void cutNames(ObjectNode task, int most) {
        List.of("stage", "taskId")
                .forEach(name -> task.put(name, Text.cut(task.path(name).asText(), most)));
        ObjectNode cause = (ObjectNode) task.path("cause");
        cause.put("message", Text.cut(cause.path("message").asText(), most));
    }

    private static void cutToMessage(ObjectNode task) {
        String message = Text.cut(task.path("cause").path("message").asText(), 60);
        task.putObject("cause").put("message", message);
    }

    private static void halve(ArrayNode list) {
        List<ObjectNode> kept = new ArrayList<>();
        for (int i = 0; i < list.size() / 2; i++) {
            kept.add((ObjectNode) list.get(i));
        }
        list.removeAll().addAll(kept);
    }

    private static boolean isTooLong(ObjectNode cause) {
        return cause.toString().length() > LONGEST_CAUSE;
    }
}
