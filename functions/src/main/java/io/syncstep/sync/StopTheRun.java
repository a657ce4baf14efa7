package io.syncstep.sync;

/** The time is up and the run is ours: stops it at the provider. However that goes, the execution ends as timed out. */
public record StopTheRun(Sync sync) {

    public Answer from(Run run) {
        String ending = switch (sync.provider().stop(run)) {
            case StopAnswer.Stopped ignored ->
                "The run was stopped in " + sync.provider().name() + ".";
            case StopAnswer.HadEnded ignored ->
                "It had ended by the time it was to be stopped: look in "
                        + sync.provider().name() + " how.";
            case StopAnswer.NotStopped not -> Messages.stopFailed(sync, not);
        };
        return sync.fail(SyncError.SYNC_TIMED_OUT, Messages.timedOut(sync, run, ending), run);
    }
}
