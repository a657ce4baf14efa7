package io.syncstep.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One execution's sync: who asked for what, at which provider, by when. */
public record Sync(Request request, Execution execution, Provider provider, Clock clock, CheckCost checkCost) {

    /** With checks that cost what they cost usually. */
    public Sync(Request request, Execution execution, Provider provider, Clock clock) {
        this(request, execution, provider, clock, CheckCost.USUAL);
    }

    /** What is remembered, or at the start a run that nobody has asked for yet. */
    public Run runOrNew(Optional<Run> remembered) {
        return remembered.orElseGet(() -> Run.notStarted(request.task().label(), now()));
    }

    /**
     * What is remembered, or a new run where the request itself names the id that the provider is called with.
     *
     * @throws InvalidRequest where it does not
     */
    public Run runWithId(Optional<Run> remembered) {
        return remembered
                .or(() -> request.task().id().map(id -> Run.notStarted(id, now())))
                .orElseThrow(() -> new InvalidRequest("sync.run.taskId is required: the id that was looked up before"));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Instant deadline() {
        return execution.startedAt().plus(request.timeout());
    }

    boolean isLate(Instant now) {
        return !now.isBefore(deadline());
    }

    /** How long after the deadline an instant is. */
    Duration lateness(Instant now) {
        return Duration.between(deadline(), now);
    }

    Duration age(Instant now) {
        return Duration.between(execution.startedAt(), now);
    }

    /** The schedule for the check with this number. */
    PollSchedule schedule(int check) {
        return new PollSchedule(request, provider.pace(), checkCost, Jitter.of(request, execution, check));
    }

    /** A wait in whole seconds, at least one, that ends at the deadline at the latest. */
    long waitSeconds(Duration wait, Instant now) {
        Duration left = Duration.between(now, deadline());
        Duration shorter = wait.compareTo(left) <= 0 ? wait : left;
        return Math.max(1, wholeSeconds(shorter));
    }

    /** Rounded up. */
    static long wholeSeconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }

    /** {@code Hightouch run 42 of sync 1127166}, for messages. */
    String subject(Run run) {
        String task = request.task().noun() + " " + run.taskId();
        String id = run.runId() == null ? "the run" : "run " + run.runId();
        return provider.name() + " " + id + " of " + task + account();
    }

    /** {@code Hightouch sync 1127166}, for messages. */
    String task() {
        return provider.name() + " " + request.task().noun() + " "
                + request.task().label() + account();
    }

    private String account() {
        return request.account().equals("default") ? "" : " (account " + request.account() + ")";
    }

    Answer fail(SyncError error, String message, Run run) {
        return fail(error, message, run, null);
    }

    Answer fail(SyncError error, String message, Run run, @Nullable Integer httpStatus) {
        return Answer.fail(new Report.Failure(error, message, request, run, httpStatus));
    }
}
