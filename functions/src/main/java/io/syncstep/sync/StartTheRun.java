package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;

/** The start: sends one call, and decides what its answer, or the lack of one, means. */
public record StartTheRun(Sync sync) {

    /** Start calls in all, those answered 429 aside. */
    static final int CALLS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration UNTIL_IT_SHOWS = Duration.ofSeconds(3);

    public Answer from(Run run) {
        Instant sentAt = sync.now();
        int redrives = sync.execution().redrives();
        if (redrives > run.start().redrives()) {
            return redriven(run.with(run.start().redriven(redrives)), sentAt);
        }
        if (sync.isLate(sentAt)) {
            return tooLate(run);
        }
        StartAnswer answer = sync.provider().start(run);
        Instant now = sync.now();
        return switch (answer) {
            case StartAnswer.Started started -> started(run.identified(started.runId()), sentAt, now);
            case StartAnswer.AlreadyRunning ignored -> alreadyRunning(run, sentAt, now);
            case StartAnswer.NotProcessed not when not.throttled() -> throttled(run, sentAt, not.trouble(), now);
            case StartAnswer.NotProcessed not -> notProcessed(run, sentAt, not.trouble(), now);
            case StartAnswer.Rejected rejected -> rejected(run, sentAt, rejected.refusal(), now);
            case StartAnswer.InDoubt doubt -> inDoubt(run, sentAt, doubt, now);
        };
    }

    /**
     * The execution was ended before this call gave its answer, and begins here anew. What it was told is all the same, so
     * that nobody knows whether the call was sent: the run is looked for, as after an answer that got lost.
     */
    private Answer redriven(Run run, Instant now) {
        return find(new FindTheRun(sync).lostByThePlatform(run, "the execution was redriven before it came"), now);
    }

    private Answer started(Run run, Instant sentAt, Instant now) {
        Run ours = run.with(run.start().called(sentAt).doubtful(null).answered(now))
                .on(sync.provider().page(run));
        return Answer.goOn(Next.FOLLOW, sync.waitSeconds(new NextCheck(sync, ours, now).pause(), now), ours);
    }

    private Answer alreadyRunning(Run run, Instant sentAt, Instant now) {
        Doubt open = run.start().doubt();
        if (open != null) {
            return startedByAnEarlierCall(run, sentAt, open, now);
        }
        if (sync.request().ifRunning() == IfRunning.FAIL) {
            return sync.fail(SyncError.ALREADY_RUNNING, StartMessages.alreadyRunning(sync, run), run);
        }
        return started(run.attached(null), sentAt, now);
    }

    /** A call answered 503 may have started a run: what looking for it has brought is told, not that nothing was started. */
    private Answer tooLate(Run run) {
        Doubt open = run.start().doubt();
        if (open == null) {
            return sync.fail(SyncError.SYNC_TIMED_OUT, StartMessages.tooLateToStart(sync), run);
        }
        return sync.provider().listsRunsInProgress()
                ? sync.fail(
                        SyncError.PROVIDER_ERROR, StartMessages.startFailed(sync, run, open), run, open.httpStatus())
                : sync.fail(SyncError.TRIGGER_UNCONFIRMED, StartMessages.neverShowed(sync, open), run);
    }

    private Answer startedByAnEarlierCall(Run run, Instant sentAt, Doubt open, Instant now) {
        Doubt settled = new Doubt(open.sentAt(), now, "a run was already in progress after " + open.what(), 200, 0);
        return find(run.with(run.start().called(sentAt).doubtful(settled)), now);
    }

    private Answer throttled(Run run, Instant sentAt, Trouble trouble, Instant now) {
        Run remembered = run.with(run.start().throttled(sentAt));
        Duration growing = Waits.growing(FIRST_PAUSE, remembered.start().throttled(), trouble.retryAfter());
        Duration pause = PollSchedule.withinHistory(growing, sync.age(now));
        if (!now.plus(pause).isBefore(sync.deadline())) {
            String message = StartMessages.throttled(sync, trouble, pause);
            return giveUp(remembered, sync.fail(SyncError.PROVIDER_ERROR, message, run, 429), trouble.what(), now);
        }
        return again(remembered, pause, now);
    }

    private Answer notProcessed(Run run, Instant sentAt, Trouble trouble, Instant now) {
        Run remembered = run.with(run.start().called(sentAt));
        int calls = remembered.start().calls();
        Duration pause = Waits.growing(FIRST_PAUSE, calls, trouble.retryAfter());
        if (calls >= CALLS || !now.plus(pause).isBefore(sync.deadline())) {
            Answer failure = sync.fail(SyncError.PROVIDER_ERROR, StartMessages.unreachable(sync, trouble, calls), run);
            return giveUp(remembered, failure, trouble.what(), now);
        }
        return again(remembered, pause, now);
    }

    private Answer again(Run run, Duration pause, Instant now) {
        long seconds = sync.waitSeconds(pause, now);
        return Answer.goOn(Next.START, seconds, run.with(run.start().notBefore(now.plusSeconds(seconds))));
    }

    private Answer rejected(Run run, Instant sentAt, Refusal refusal, Instant now) {
        String message = StartMessages.notStarted(sync, refusal);
        Answer failure = sync.fail(refusal.error(), message, run, refusal.httpStatus());
        return giveUp(run.with(run.start().called(sentAt)), failure, refusal.words(), now);
    }

    /** This call started nothing. An earlier one, answered 503, may have: where runs in progress are not listed it goes on looking. */
    private Answer giveUp(Run run, Answer failure, String what, Instant now) {
        Doubt open = run.start().doubt();
        if (open == null || sync.provider().listsRunsInProgress()) {
            return failure;
        }
        Doubt last = new Doubt(open.sentAt(), now, open.what() + ", then " + what, null, 0);
        return find(run.with(run.start().doubtful(last)), now);
    }

    private Answer inDoubt(Run run, Instant sentAt, StartAnswer.InDoubt answer, Instant now) {
        Doubt open = run.start().doubt();
        Instant first = open == null ? sentAt : open.sentAt();
        Doubt doubt = new Doubt(first, now, answer.what(), answer.httpStatus(), 0);
        return find(run.with(run.start().called(sentAt).doubtful(doubt)), now);
    }

    private Answer find(Run run, Instant now) {
        return Answer.goOn(Next.FIND, sync.waitSeconds(UNTIL_IT_SHOWS, now), run);
    }
}
