package io.syncstep.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All accounts, as they were seen together.
 *
 * @param notices what no account can tell: that one could not be made out, or that there is none
 * @param problem why not even the names of the accounts are known, which is among the notices too; else null
 * @param at when it had been read
 */
public record Seen(
        Overview overview, List<String> notices, @Nullable Problem problem, Instant at) {

    public Seen {
        notices = List.copyOf(notices);
    }

    /** The task of an account, where it was seen. */
    public Optional<TaskState> task(AccountName account, String taskId) {
        return overview.accounts().stream()
                .filter(one -> one.name().equals(account))
                .flatMap(one -> one.tasks().stream())
                .filter(task -> task.taskId().equals(taskId))
                .findFirst();
    }
}
