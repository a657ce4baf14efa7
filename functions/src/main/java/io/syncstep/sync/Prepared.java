package io.syncstep.sync;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known before the start.
 *
 * @param taskId the task's id, looked up where the request names it otherwise
 * @param runInProgress the run of the task that is in progress, where that was asked for and can be seen
 * @param runningSince when that run started, or null where that is not told
 * @param past how long the last good runs of the task took, where an answer tells it
 */
public record Prepared(
        String taskId,
        Optional<String> runInProgress,
        @Nullable Instant runningSince,
        PastDurations past) {

    /** With nothing known of past runs. */
    public Prepared(String taskId, Optional<String> runInProgress) {
        this(taskId, runInProgress, null, PastDurations.NONE);
    }

    /** With what past runs tell. */
    public Prepared after(PastDurations known) {
        return new Prepared(taskId, runInProgress, runningSince, known);
    }

    /** All there is to know of a task whose id the request names, and whose runs in progress can't be seen. */
    public static Optional<Prepared> unseen(Request request) {
        return request.task().id().map(id -> new Prepared(id, Optional.empty()));
    }
}
