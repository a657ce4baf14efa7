package io.syncstep.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account in the overview.
 *
 * @param tasks as many as were read
 * @param problem why it was not read, or not as a whole; null when it was
 */
public record AccountTasks(
        AccountName name, List<TaskState> tasks, @Nullable Problem problem) {

    public AccountTasks {
        tasks = List.copyOf(tasks);
    }

    /** Whether all of it was read. */
    public boolean isReachable() {
        return problem == null;
    }
}
