package io.syncstep.page;

import io.syncstep.overview.AccountName;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;

/** A task, and whose it is. */
public record TaskRow(AccountName account, TaskState task) {

    /** Whether somebody switched it off at the provider, and its status does not say so anyway. */
    public boolean isPaused() {
        return !task.enabled() && task.status() != Status.DISABLED;
    }
}
