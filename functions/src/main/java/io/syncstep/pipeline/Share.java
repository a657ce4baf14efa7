package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the outcome of one task may take up. Step Functions lets 262,144 bytes pass from state to state, and all outcomes have
 * to pass together with the pipeline.
 *
 * @param bytes as UTF-8
 */
public record Room(int bytes) {

    /** Beside the pipeline and the outcomes there are the tasks of one stage, and what holds all together. */
    private static final int ALL = 235_000;

    private static final int MOST = 4_096;

    /** In the order in which they are dropped. What names task and run is kept, and so is the status. */
    private static final List<String> DISPENSABLE = List.of(
            "members",
            "rows",
            "phases",
            "previousRunIds",
            "url",
            "triggeredAt",
            "startedAt",
            "finishedAt",
            "durationSeconds",
            "checks",
            "attached",
            "httpStatus",
            "providerStatus");

    private static final List<String> NAMES = List.of("account", "provider", "taskId", "runId");

    /** The same for each task of a pipeline. */
    public static Room in(Pipeline pipeline) {
        return new Room(Math.min(MOST, (ALL - pipeline.size()) / pipeline.countTasks()));
    }

    /** Cuts the outcome, the message first, until it fits. */
    public Outcome fit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(ObjectNode result) -> {
                drop(result, outcome, 300);
                if (isTooLarge(outcome)) {
                    result.remove("message");
                }
                yield outcome;
            }
            case Outcome.Failed(String ignored, ObjectNode cause) -> {
                drop(cause, outcome, 1_000);
                dropNames(cause, outcome);
                yield outcome;
            }
        };
    }

    private void drop(ObjectNode json, Outcome outcome, int fewest) {
        cutMessage(json, outcome, fewest);
        for (String field : DISPENSABLE) {
            if (isTooLarge(outcome)) {
                json.remove(field);
            }
        }
        cutMessage(json, outcome, 20);
    }

    /** The pipeline's own list of failed tasks has them, too. */
    private void dropNames(ObjectNode cause, Outcome outcome) {
        NAMES.stream().filter(name -> isTooLarge(outcome)).forEach(cause::remove);
    }

    /** Cuts away what is too much, but leaves so many characters. */
    private void cutMessage(ObjectNode json, Outcome outcome, int fewest) {
        for (int most = json.path("message").asText().length() / 2;
                isTooLarge(outcome) && json.path("message").asText().length() > fewest;
                most /= 2) {
            json.put("message", Text.cut(json.path("message").asText(), Math.max(most, fewest - 1)));
        }
    }

    private boolean isTooLarge(Outcome outcome) {
        return outcome.json().toString().getBytes(StandardCharsets.UTF_8).length > bytes;
    }
}
