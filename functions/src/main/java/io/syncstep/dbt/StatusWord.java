package io.syncstep.dbt;

import io.syncstep.overview.Status;

/** The statuses of runs, and so of jobs, in the words of the overview. */
final class StatusWord {

    private StatusWord() {}

    static Status of(DbtRun.Status status) {
        return switch (status) {
            case QUEUED -> Status.QUEUED;
            case STARTING, RUNNING -> Status.RUNNING;
            case SUCCESS -> Status.HEALTHY;
            case ERROR -> Status.FAILING;
            case CANCELLED -> Status.CANCELLED;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }
}
