package io.syncstep.page;

import io.syncstep.overview.AccountName;
import io.syncstep.overview.TaskState;

/** A task, and whose it is. */
public record TaskRow(AccountName account, TaskState task) {}
