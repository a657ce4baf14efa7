package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Execution.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an execution has done so far, counted as AWS counts. */
final class History {

    /** These write an event of their own when they begin and when they end, next to entered and exited. */
    private static final Set<String> WITH_INNER_STATES = Set.of("Map", "Parallel");

    private final List<String> states = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private int retries;
    private int events = 1; // ExecutionStarted

    private final int mostEvents;

    /** @param mostEvents where an execution that has not ended fails */
    History(int mostEvents) {
        this.mostEvents = mostEvents;
    }

    int mostEvents() {
        return mostEvents;
    }

    void entered(String state, String type, @Nullable Duration wait) {
        states.add(state);
        events += WITH_INNER_STATES.contains(type) ? 2 : 1;
        if (wait != null) {
            // A wait until a timestamp may end within a second.
            waits.add(wait.plusMillis(500).toSeconds());
        }
    }

    void exited(String type) {
        events += WITH_INNER_STATES.contains(type) ? 2 : 1;
    }

    /** TaskScheduled, TaskStarted, and how it ended; and TaskSubmitted, where the answer comes later. */
    void called(String resource) {
        events += resource.contains(".sync") || resource.endsWith(".waitForTaskToken") ? 4 : 3;
    }

    void retried() {
        retries++;
    }

    void iterated() {
        events++;
    }

    boolean isFull() {
        return events >= mostEvents;
    }

    Execution succeeded(JsonNode output) {
        return end(Status.SUCCEEDED, output, null, null);
    }

    Execution failed(String error, String cause) {
        return end(Status.FAILED, null, Limits.cut(error, Limits.ERROR_CHARS), Limits.cut(cause, Limits.CAUSE_CHARS));
    }

    Execution full() {
        return failed(
                "States.Runtime",
                "The execution reached the maximum number of history events (%d).".formatted(mostEvents));
    }

    Execution timedOut() {
        return end(Status.TIMED_OUT, null, "States.Timeout", null);
    }

    private Execution end(Status status, @Nullable JsonNode output, @Nullable String error, @Nullable String cause) {
        return new Execution(
                status,
                output,
                error,
                cause,
                List.copyOf(states),
                states.size() + retries,
                List.copyOf(waits),
                events + 1);
    }
}
