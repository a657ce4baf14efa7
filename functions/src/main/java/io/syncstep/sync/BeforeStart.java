package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Before the start: resolves the task and, unless a run may queue, looks for one in progress. Starts nothing. */
public record BeforeStart(Sync sync) {

    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    /**
     * Tries once.
     *
     * @param run what earlier tries remember, or a new run
     */
    public Answer from(Run run) {
        Read<Optional<Prepared>> read = sync.provider().prepare();
        Instant now = sync.now();
        return switch (read) {
            case Read.Got<Optional<Prepared>> got ->
                got.value().map(prepared -> prepared(prepared, now)).orElseGet(this::noSuchTask);
            case Read.Unanswered<Optional<Prepared>> unanswered -> again(run, unanswered.trouble(), null, now);
            case Read.Refused<Optional<Prepared>> refused -> refused(run, refused.refusal(), now);
        };
    }

    private Answer noSuchTask() {
        return fail(SyncError.NOT_FOUND, StartMessages.noSuchTask(sync), null);
    }

    /** Nothing was started, so there is no run to name: its id may not even be known. */
    private Answer fail(SyncError error, String message, @Nullable Integer httpStatus) {
        return Answer.fail(new Report.Failure(error, message, sync.request(), null, httpStatus));
    }

    private Answer prepared(Prepared prepared, Instant now) {
        Run known = Run.notStarted(prepared.taskId(), now).after(prepared.past());
        Run run = known.with(known.start().redriven(sync.execution().redrives()));
        if (prepared.runInProgress().isEmpty()) {
            return Answer.goOn(Next.START, 0, run);
        }
        String inProgress = prepared.runInProgress().get();
        return switch (sync.request().ifRunning()) {
            case ATTACH -> attach(run.attached(inProgress), prepared.runningSince(), now);
            case FAIL -> alreadyRunning(paged(run.identified(inProgress)));
            case QUEUE -> Answer.goOn(Next.START, 0, run);
        };
    }

    private Answer attach(Run run, @Nullable Instant since, Instant now) {
        Run paged = paged(run.with(run.start().attachedAt(now)));
        Run followed = paged.with(paged.watch().saw(paged.watch().facts().begunAt(since)));
        return Answer.goOn(Next.FOLLOW, sync.waitSeconds(new NextCheck(sync, followed, now).pause(), now), followed);
    }

    private Run paged(Run run) {
        return run.on(sync.provider().page(run));
    }

    private Answer alreadyRunning(Run run) {
        return sync.fail(SyncError.ALREADY_RUNNING, StartMessages.alreadyRunning(sync, run), run);
    }

    private Answer refused(Run run, Refusal refusal, Instant now) {
        if (refusal.error() == SyncError.UNAUTHORIZED) {
            return fail(refusal.error(), StartMessages.notStarted(sync, refusal), refusal.httpStatus());
        }
        return again(run, new Trouble(refusal.words(), now, null), refusal, now);
    }

    private Answer again(Run run, Trouble trouble, @Nullable Refusal refusal, Instant now) {
        Run remembered = run.with(run.watch().met(trouble));
        int tries = remembered.watch().troubles();
        Duration pause = Waits.growing(FIRST_PAUSE, tries, trouble.retryAfter());
        if (tries < TRIES && now.plus(pause).isBefore(sync.deadline())) {
            return Answer.goOn(Next.PREPARE, sync.waitSeconds(pause, now), remembered);
        }
        if (refusal != null) {
            return fail(refusal.error(), StartMessages.notStarted(sync, refusal), refusal.httpStatus());
        }
        return fail(SyncError.PROVIDER_ERROR, StartMessages.notStarted(sync, trouble, tries), trouble.httpStatus());
    }
}
