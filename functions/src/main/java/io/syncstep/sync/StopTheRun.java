package io.syncstep.sync;

import java.time.Instant;

/**
 * The time is up and the run is ours: stops it at the provider. However that goes, the execution ends as timed out, unless
 * the run turns out to have ended: then its end counts.
 */
public record StopTheRun(Sync sync) {

    public Answer from(Run run) {
        return switch (sync.provider().stop(run)) {
            case StopAnswer.Stopped ignored ->
                timedOut(run, "The run was stopped in " + sync.provider().name() + ".");
            case StopAnswer.HadEnded ignored -> hadEnded(run, sync.now());
            case StopAnswer.NotStopped not -> timedOut(run, Messages.stopFailed(sync, not));
        };
    }

    private Answer hadEnded(Run run, Instant now) {
        return Overtime.isLeft(sync.lateness(now))
                ? Answer.goOn(Next.FOLLOW, 1, run)
                : timedOut(
                        run,
                        "It had ended by the time it was to be stopped: look in "
                                + sync.provider().name() + " how.");
    }

    private Answer timedOut(Run run, String ending) {
        return sync.fail(SyncError.SYNC_TIMED_OUT, Messages.timedOut(sync, run, ending), run);
    }
}
