package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution that has ended.
 *
 * @param output null unless it succeeded
 * @param error null unless it failed
 * @param cause null unless it failed
 * @param states the names of the states that were entered, in order
 * @param transitions state transitions as AWS bills them: states entered, and retries
 * @param waits how long each Wait state waited, in seconds, in order
 * @param historyEvents how many events AWS would have written: the limit is 25,000
 */
public record Execution(
        Status status,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        List<String> states,
        int transitions,
        List<Long> waits,
        int historyEvents) {

    public enum Status {
        SUCCEEDED,
        FAILED,
        /** The machine's own {@code TimeoutSeconds} ended it. */
        TIMED_OUT,
        /** Somebody stopped it: in AWS only. */
        ABORTED
    }

    public long waitedSeconds() {
        return waits.stream().mapToLong(Long::longValue).sum();
    }
}
