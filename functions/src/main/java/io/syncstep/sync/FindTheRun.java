package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the start call was lost: looks whether it started a run, instead of sending it again.
 *
 * <p>Where the provider lists runs in progress, a minute settles it. Where it lists a run only after its end, the next one
 * that started after the call is waited for.
 */
public record FindTheRun(Sync sync) {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LOOKS = 3;

    /**
     * Looks once.
     *
     * @param lost how the platform lost the answer of the function that sent the call, or null when it did not
     */
    public Answer from(Run run, @Nullable String lost) {
        Run doubtful = lost == null ? run : lostByThePlatform(run, lost);
        Doubt doubt = doubtful.start().openDoubt().looked();
        Run looked = doubtful.with(doubtful.start().doubtful(doubt));
        Sighting sighting = sync.provider().find(looked);
        Instant now = sync.now();
        return switch (sighting) {
            case Sighting.One one -> Answer.goOn(Next.FOLLOW, 0, found(looked, one.runId()));
            case Sighting.Several several -> unconfirmed(looked, StartMessages.severalRuns(sync, doubt, several));
            case Sighting.Unlistable ignored -> unconfirmed(looked, StartMessages.unlistable(sync, doubt));
            case Sighting.None ignored -> none(looked, doubt, now);
            case Sighting.Unanswered unanswered -> unanswered(looked, doubt, unanswered, now);
        };
    }

    Run lostByThePlatform(Run run, String lost) {
        Start start = run.start();
        Doubt open = start.doubt();
        Instant sentAt = open == null ? start.notBefore() : open.sentAt();
        Doubt doubt = new Doubt(sentAt, sync.now(), lost, null, 0);
        return run.with(start.called(start.notBefore()).doubtful(doubt));
    }

    static Run found(Run run, String runId) {
        return run.identified(runId).with(run.start().doubtful(null));
    }

    private Answer none(Run run, Doubt doubt, Instant now) {
        if (!windowIsOver(doubt, now) || (doubt.looks() < LOOKS && !sync.isLate(now))) {
            return lookAgain(run, doubt, now);
        }
        if (mayRepeat(run, doubt, now)) {
            return Answer.goOn(Next.START, 1, run.with(run.start().notBefore(now.plusSeconds(1))));
        }
        if (!sync.provider().listsRunsInProgress()) {
            return sync.isLate(now)
                    ? unconfirmed(run, StartMessages.neverShowed(sync, doubt))
                    : lookAgain(run, doubt, now);
        }
        boolean minuteIsOver = !now.isBefore(doubt.since().plus(WINDOW));
        return doubt.httpStatus() == null || !minuteIsOver
                ? unconfirmed(run, StartMessages.neverShowed(sync, doubt))
                : sync.fail(
                        SyncError.PROVIDER_ERROR, StartMessages.startFailed(sync, run, doubt), run, doubt.httpStatus());
    }

    private Answer unanswered(Run run, Doubt doubt, Sighting.Unanswered unanswered, Instant now) {
        boolean patient = !sync.provider().listsRunsInProgress() || doubt.looks() < LOOKS;
        if (!sync.isLate(now) && (patient || !windowIsOver(doubt, now))) {
            Duration pause = pause(doubt, now);
            Duration retryAfter = unanswered.retryAfter();
            Duration longer = retryAfter == null || retryAfter.compareTo(pause) < 0 ? pause : retryAfter;
            return Answer.goOn(Next.FIND, sync.waitSeconds(longer, now), run);
        }
        return unconfirmed(run, StartMessages.lookUpFailed(sync, doubt, unanswered.what()));
    }

    private boolean windowIsOver(Doubt doubt, Instant now) {
        return sync.isLate(now) || !now.isBefore(doubt.since().plus(WINDOW));
    }

    private boolean mayRepeat(Run run, Doubt doubt, Instant now) {
        return doubt.isRepeatable() && run.start().calls() < StartTheRun.CALLS && !sync.isLate(now);
    }

    private Answer lookAgain(Run run, Doubt doubt, Instant now) {
        return Answer.goOn(Next.FIND, sync.waitSeconds(pause(doubt, now), now), run);
    }

    private Duration pause(Doubt doubt, Instant now) {
        Duration elapsed = Duration.between(doubt.since(), now);
        Duration left = WINDOW.minus(elapsed);
        PollSchedule schedule = sync.schedule(doubt.looks());
        if (left.isPositive()) {
            Duration pause = sync.provider().listsRunsInProgress()
                    ? Waits.growing(FIRST_PAUSE, doubt.looks(), null)
                    : schedule.next(DurationEstimate.unknown(), elapsed, sync.age(now));
            return pause.compareTo(left) < 0 ? pause : left;
        }
        return sync.provider().listsRunsInProgress()
                ? FIRST_PAUSE
                : schedule.next(DurationEstimate.unknown(), elapsed, sync.age(now));
    }

    /** The code is the one with which the provider answered the start call, if it did. */
    private Answer unconfirmed(Run run, String message) {
        Doubt doubt = run.start().doubt();
        return sync.fail(SyncError.TRIGGER_UNCONFIRMED, message, run, doubt == null ? null : doubt.httpStatus());
    }
}
