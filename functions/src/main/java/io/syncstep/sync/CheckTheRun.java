package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;

/** A check: looks how the run stands, and decides whether it has ended, goes on, or has had its time. */
public record CheckTheRun(Sync sync) {

    private static final int REFUSALS = 3;
    private static final Duration RESUMED_WITHIN = Duration.ofMinutes(10);

    public Answer from(Run run) {
        Instant asked = sync.now();
        Look look = sync.isLate(asked)
                ? sync.provider().lastLook(run)
                : sync.provider().look(run);
        Instant now = sync.now();
        Watch watch = run.watch().checked();
        Run checked = run.with(sync.isLate(asked) ? watch.late() : watch);
        return switch (look) {
            case Look.Ended ended -> ended(seen(ended.run(), checked, ended.facts()), ended.verdict());
            case Look.Going going -> going(seen(going.run(), checked, going.facts()), asked, now);
            case Look.Resumed resumed -> resumed(unseen(checked.resumedAs(resumed.runId())), asked, now);
            case Look.Interrupted interrupted -> interrupted(seen(checked, checked, interrupted.facts()), now);
            case Look.Unanswered unanswered ->
                notTold(checked.with(checked.watch().met(unanswered.trouble())), unanswered.trouble(), asked, now);
            case Look.Refused refused -> refused(checked, refused.refusal(), asked, now);
        };
    }

    /** What the provider made of the run, with what we counted. */
    private static Run seen(Run latest, Run counted, Facts facts) {
        return latest.with(counted.watch().saw(facts));
    }

    /** Nothing is known of the new run yet; what was told of the old one, its page included, does not hold for it. */
    private static Run unseen(Run successor) {
        return seen(successor, successor, Facts.NONE);
    }

    private Answer ended(Run run, Verdict verdict) {
        return switch (verdict) {
            case SUCCEEDED ->
                new Answer(
                        Next.SUCCEED, 0, run, new Report.Result(sync.request(), run, EndMessages.succeeded(sync, run)));
            case FAILED -> sync.fail(SyncError.SYNC_FAILED, EndMessages.failed(sync, run), run);
            case CANCELLED -> sync.fail(SyncError.SYNC_CANCELLED, EndMessages.cancelled(sync, run), run);
            case UNKNOWN -> sync.fail(SyncError.OUTCOME_UNKNOWN, EndMessages.unknown(sync, run), run);
        };
    }

    private Answer going(Run run, Instant asked, Instant now) {
        if (!sync.isLate(asked)) {
            return checkAgain(run, new NextCheck(sync, run, now).pause(), now);
        }
        return mayStop(run) ? lateAndStopped(run) : lateButNotStopped(run);
    }

    /** At the deadline the new run gets a look of its own: it may have ended. */
    private Answer resumed(Run successor, Instant asked, Instant now) {
        boolean isFirst = successor.watch().lateLooks() <= 1;
        return sync.isLate(asked) && (isFirst || Overtime.isLeft(sync.lateness(asked)))
                ? Answer.goOn(Next.FOLLOW, 1, successor)
                : going(successor, asked, now);
    }

    private boolean mayStop(Run run) {
        return sync.request().stopOnTimeout()
                && !run.attached()
                && run.runId() != null
                && sync.provider().stopCall() != StopCall.NONE;
    }

    /** Nobody knows whether the run goes on: the call must be one that can stop nothing else. */
    private boolean mayStopUnseen(Run run) {
        return mayStop(run) && sync.provider().stopCall() == StopCall.OUR_RUN;
    }

    private Answer interrupted(Run run, Instant now) {
        Instant known = run.watch().interruptedAt();
        Instant since = known == null ? now : known;
        Run waiting = run.with(run.watch().interrupted(since));
        Instant until = since.plus(RESUMED_WITHIN);
        if (sync.isLate(now) || !now.isBefore(until)) {
            return sync.fail(SyncError.SYNC_INTERRUPTED, EndMessages.interrupted(sync, run), run);
        }
        Duration pause = new NextCheck(sync, waiting, now).pauseSince(since);
        return checkAgain(waiting, shorter(pause, Duration.between(now, until)), now);
    }

    private Answer refused(Run run, Refusal refusal, Instant asked, Instant now) {
        if (refusal.error() == SyncError.UNAUTHORIZED) {
            return sync.fail(refusal.error(), EndMessages.checkRefused(sync, run, refusal), run, refusal.httpStatus());
        }
        Trouble trouble = new Trouble(refusal.words(), now, null);
        Run remembered = run.with(run.watch().refused(trouble));
        if (remembered.watch().refusals() < REFUSALS) {
            return notTold(remembered, trouble, asked, now);
        }
        return sync.fail(refusal.error(), EndMessages.checkRefused(sync, run, refusal), run, refusal.httpStatus());
    }

    private Answer notTold(Run run, Trouble trouble, Instant asked, Instant now) {
        if (sync.isLate(asked)) {
            return Overtime.pause(run.watch().lateLooks(), trouble.retryAfter())
                    .map(pause -> Answer.goOn(Next.FOLLOW, Sync.wholeSeconds(pause), run))
                    .orElseGet(() -> mayStopUnseen(run) ? lateAndStopped(run) : lateButNotStopped(run));
        }
        Duration pause = new NextCheck(sync, run, now).pause();
        Duration retryAfter = trouble.retryAfter();
        return checkAgain(run, retryAfter == null ? pause : longer(pause, retryAfter), now);
    }

    private Answer lateAndStopped(Run run) {
        return new Answer(Next.STOP, 0, run, timedOut(run, StopMessages.STOP_NOT_CONFIRMED));
    }

    private Answer lateButNotStopped(Run run) {
        return Answer.fail(timedOut(run, StopMessages.whyNotStopped(sync, run)));
    }

    private Report.Failure timedOut(Run run, String ending) {
        return new Report.Failure(
                SyncError.SYNC_TIMED_OUT, EndMessages.timedOut(sync, run, ending), sync.request(), run, null);
    }

    private Answer checkAgain(Run run, Duration pause, Instant now) {
        return Answer.goOn(Next.FOLLOW, sync.waitSeconds(pause, now), run);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
