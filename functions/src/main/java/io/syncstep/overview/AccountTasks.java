package io.syncstep.overview;

import java.util.List;
import java.util.Optional;
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

    /** The task of this id, where it was read. */
    public Optional<TaskState> task(String taskId) {
        return tasks.stream().filter(task -> task.taskId().equals(taskId)).findFirst();
    }

    /** Why a task may be missing here, for a person; empty where all of it was read. */
    public Optional<String> gap() {
        return Optional.ofNullable(problem)
                .map(why -> "The account " + name + " could not be read as a whole: " + why.message());
    }

    /** Whether all of it was read. */
    public boolean isReachable() {
        return problem == null;
    }
}
