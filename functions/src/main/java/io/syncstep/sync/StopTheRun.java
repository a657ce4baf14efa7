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
            case StopAnswer.NotStopped not -> timedOut(run, StopMessages.stopFailed(sync, not));
        };
    }

    /** The wait is long enough for a list of its own: the one that another function has just read does not show the end. */
    private Answer hadEnded(Run run, Instant now) {
        boolean isFirst = run.watch().hadEndedAt() == null;
        return isFirst || Overtime.isLeft(sync.lateness(now))
                ? Answer.goOn(
                        Next.FOLLOW,
                        Sync.wholeSeconds(sync.provider().pace().floor()),
                        run.with(run.watch().hadEnded(now)))
                : timedOut(run, StopMessages.endedUnseen(sync));
    }

    private Answer timedOut(Run run, String ending) {
        return sync.fail(SyncError.SYNC_TIMED_OUT, EndMessages.timedOut(sync, run, ending), run);
    }
}
