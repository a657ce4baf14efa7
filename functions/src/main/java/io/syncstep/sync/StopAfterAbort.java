package io.syncstep.sync;

import io.syncstep.sync.Aftermath.Outcome;

/**
 * The execution was ended from outside, and checks its run no more: stops the run where it is ours and the provider can.
 * Asks the provider once at most to stop it; may be repeated, since what is stopped is ours by id or by a look.
 */
public record StopAfterAbort(Sync sync, Abort abort) {

    /** Settles what is remembered of the run. */
    public Aftermath of(Run run) {
        return switch (abort.next()) {
            case PREPARE -> nothingStarted(run);
            case START -> isInDoubt(run) ? find(run) : nothingStarted(run);
            case FIND -> find(run);
            case FOLLOW -> stop(run);
            case STOP -> abort.underWay() ? stoppedBefore(run) : stop(run);
            case SUCCEED, FAIL -> verdictStands(run);
        };
    }

    /** An earlier call may be in doubt, too: one behind a 503 is repeated although it may have started a run. */
    private boolean isInDoubt(Run run) {
        return abort.doubt() != null || run.start().doubt() != null;
    }

    private Aftermath nothingStarted(Run run) {
        return aftermath(
                Outcome.NOTHING_TO_STOP,
                sync.task() + " had not been started when the execution " + abort.words() + ".",
                run);
    }

    private Aftermath verdictStands(Run run) {
        return aftermath(
                Outcome.NOTHING_TO_STOP,
                sync.subject(run) + " had its verdict before the execution " + abort.words() + "; nothing was done.",
                run);
    }

    /** Not sent again: StopSync goes on, whoever called it. */
    private Aftermath stoppedBefore(Run run) {
        return aftermath(
                Outcome.NOTHING_TO_STOP,
                sync.subject(run) + " was being stopped when the execution " + abort.words()
                        + ". The log of StopSync tells what came of it.",
                run);
    }

    private Aftermath find(Run run) {
        Run doubtful = doubtful(run);
        Doubt doubt = doubtful.start().openDoubt();
        if (sync.provider().stopCall() == StopCall.NONE) {
            return aftermath(Outcome.IN_DOUBT, StartMessages.mayGoOn(sync, doubt), doubtful);
        }
        return switch (sync.provider().find(doubtful)) {
            case Sighting.One one -> stop(FindTheRun.found(doubtful, one.runId()));
            case Sighting.Several several ->
                aftermath(Outcome.IN_DOUBT, StartMessages.severalRuns(sync, doubt, several), doubtful);
            case Sighting.Unlistable ignored ->
                aftermath(Outcome.IN_DOUBT, StartMessages.unlistable(sync, doubt), doubtful);
            case Sighting.None ignored ->
                aftermath(Outcome.NOT_SETTLED, StartMessages.neverShowed(sync, doubt), doubtful);
            case Sighting.Unanswered unanswered ->
                aftermath(Outcome.NOT_SETTLED, StartMessages.lookUpFailed(sync, doubt, unanswered.what()), doubtful);
        };
    }

    private Run doubtful(Run run) {
        String lost = abort.doubt();
        Run doubtful = lost == null ? run : new FindTheRun(sync).lostByThePlatform(run, lost);
        Doubt doubt = doubtful.start().doubt();
        return doubt == null ? doubtful : doubtful.with(doubtful.start().doubtful(doubt.looked()));
    }

    private Aftermath stop(Run run) {
        if (sync.provider().stopCall() == StopCall.NONE) {
            return goesOn(run, "it has no call to stop one");
        }
        if (run.attached()) {
            return goesOn(run, "somebody else started it, so it was not stopped");
        }
        if (abort.timedOut() && !sync.request().stopOnTimeout()) {
            return goesOn(run, "stopOnTimeout is false");
        }
        return switch (sync.provider().stop(run)) {
            case StopAnswer.Stopped ignored ->
                aftermath(Outcome.STOPPED, StopMessages.stoppedAfter(sync, run, abort), run);
            case StopAnswer.HadEnded ignored ->
                aftermath(Outcome.NOTHING_TO_STOP, StopMessages.hadEnded(sync, run), run);
            case StopAnswer.NotStopped not ->
                aftermath(Outcome.NOT_SETTLED, sync.subject(run) + ". " + StopMessages.stopFailed(sync, not), run);
        };
    }

    private Aftermath goesOn(Run run, String why) {
        return aftermath(Outcome.GOES_ON, StopMessages.goesOn(sync, run, why), run);
    }

    private Aftermath aftermath(Outcome outcome, String message, Run run) {
        return new Aftermath(outcome, message, sync.request(), run);
    }
}
