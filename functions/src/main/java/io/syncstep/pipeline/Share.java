package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Shortened;
import io.syncstep.sync.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the outcome of one task may take up. Step Functions lets 262,144 bytes pass from state to state, and all outcomes have
 * to pass together with the pipeline.
 *
 * @param bytes as UTF-8
 */
public record Share(int bytes) {

    private static final int LIMIT = 262_144;

    /** What holds all together: an execution's id, a task's token, and some 20 bytes around each outcome of a stage. */
    private static final int FRAME = 8_000;

    /** In the order in which they are dropped. What names task and run is kept longer, and so is the status. */
    private static final List<String> DISPENSABLE = List.of(
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

    /** The pipeline has them, too, but for the id of a sync that is named by its slug. */
    private static final List<String> NAMES = List.of("account", "provider", "taskId");

    /**
     * The same for each task of a pipeline.
     *
     * @param beside how many bytes pass together with the outcomes, at most
     */
    static Share of(int tasks, int beside) {
        // A comma behind each.
        return new Share((LIMIT - FRAME - beside) / tasks - 1);
    }

    /** Cuts the outcome, the message first, until it fits. */
    public Outcome fit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(ObjectNode result) -> {
                drop(result, outcome, 300);
                dropAll(List.of("message"), result, outcome);
                dropAll(NAMES, result, outcome);
                cut("runId", result, outcome);
                yield outcome;
            }
            case Outcome.Failed(String ignored, ObjectNode cause) -> {
                drop(cause, outcome, 1_000);
                dropAll(NAMES, cause, outcome);
                dropAll(List.of("runId"), cause, outcome);
                cut("message", cause, outcome);
                yield outcome;
            }
        };
    }

    private void drop(ObjectNode json, Outcome outcome, int fewest) {
        cutMessage(json, outcome, fewest);
        Shortened.members(json, () -> isTooLarge(outcome));
        dropAll(DISPENSABLE, json, outcome);
        cutMessage(json, outcome, 20);
    }

    private void dropAll(List<String> fields, ObjectNode json, Outcome outcome) {
        fields.stream().filter(field -> isTooLarge(outcome)).forEach(json::remove);
    }

    /** Cuts away what is too much, but leaves so many characters. */
    private void cutMessage(ObjectNode json, Outcome outcome, int fewest) {
        for (int most = json.path("message").asText().length() / 2; most > 0 && isTooLarge(outcome); most /= 2) {
            Shortened.message(json, Math.max(most, fewest - 1));
        }
    }

    /** To nothing, if need be: ids and texts of providers may be of any length, and the others have to pass. */
    private void cut(String field, ObjectNode json, Outcome outcome) {
        for (int most = json.path(field).asText().length() / 2; most > 0 && isTooLarge(outcome); most /= 2) {
            json.put(field, Text.cut(json.path(field).asText(), most));
        }
    }

    private boolean isTooLarge(Outcome outcome) {
        return outcome.json().toString().getBytes(StandardCharsets.UTF_8).length > bytes;
    }
}
