package io.syncstep.sync;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known before the start.
 *
 * @param taskId the task's id, looked up where the request names it otherwise
 * @param runInProgress the run of the task that is in progress, where that was asked for and can be seen
 */
public record Prepared(String taskId, Optional<String> runInProgress) {

    /** All there is to know of a task whose id the request names, and whose runs in progress can't be seen. */
    public static Optional<Prepared> unseen(Request request) {
        return request.task().id().map(id -> new Prepared(id, Optional.empty()));
    }

    /** What is known of this task, after a look for a run in progress unless ours may queue behind one. */
    public static Read<Optional<Prepared>> of(
            Request request, String taskId, Supplier<Read<Optional<String>>> runInProgress) {
        Read<Optional<String>> inProgress =
                request.ifRunning() == IfRunning.QUEUE ? new Read.Got<>(Optional.empty()) : runInProgress.get();
        return inProgress.map(run -> Optional.of(new Prepared(taskId, run)));
    }
}
