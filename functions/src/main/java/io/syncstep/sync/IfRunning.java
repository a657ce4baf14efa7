package io.syncstep.sync;

/** What to do when a run of the task is already in progress. */
public enum IfRunning {
    /** End with {@link SyncError#ALREADY_RUNNING}, and start nothing. */
    FAIL,
    /** Follow the run in progress to its end instead of starting one. */
    ATTACH,
    /** Start one all the same: the provider runs it after the one in progress. */
    QUEUE
}
