package io.syncstep.local.simulator.dbt;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job. What it looks like follows from the time alone.
 *
 * @param cause what its start call said
 * @param startsAt when it leaves the queue; {@link #NEVER} behind a run that never ends
 * @param cancelledAt when a call stopped it, or null
 */
record JobRun(
        long id,
        long jobId,
        String cause,
        Instant createdAt,
        Instant startsAt,
        JobScript script,
        @Nullable Instant cancelledAt) {

    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    JobRun startingAt(Instant instant) {
        return new JobRun(id, jobId, cause, createdAt, instant, script, cancelledAt);
    }

    /** Nothing happens to a run that has ended. */
    JobRun cancelled(Instant now) {
        return isOver(now) ? this : new JobRun(id, jobId, cause, createdAt, startsAt, script, now);
    }

    private Instant ownEnd() {
        return script.end() == null || startsAt.equals(NEVER) ? NEVER : startsAt.plus(script.working());
    }

    Instant endsAt() {
        return cancelledAt == null ? ownEnd() : cancelledAt;
    }

    boolean isCreated(Instant now) {
        return !now.isBefore(createdAt);
    }

    boolean isListed(Instant now) {
        return !now.isBefore(createdAt.plus(script.listedAfter()));
    }

    boolean isStarted(Instant now) {
        return !now.isBefore(startsAt);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt());
    }

    JobEnd end() {
        return cancelledAt == null ? Objects.requireNonNull(script.end()) : JobEnd.CANCELLED;
    }

    /** The step that it is in as long as it has not ended. */
    Step step(Instant now) {
        if (!isStarted(now)) {
            return new Step(1, "Queued", script.queued());
        }
        Instant stepEnds = startsAt;
        for (Step step : script.steps()) {
            stepEnds = stepEnds.plus(step.lasts());
            if (now.isBefore(stepEnds)) {
                return step;
            }
        }
        return script.steps().getLast();
    }
}
