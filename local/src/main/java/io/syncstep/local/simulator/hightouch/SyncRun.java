package io.syncstep.local.simulator.hightouch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A run of a sync. What it looks like follows from the time alone.
 *
 * @param startsAt when it leaves the queue; {@link #NEVER} behind a run that never ends
 */
record SyncRun(String id, String syncId, Instant createdAt, Instant startsAt, RunScript script) {

    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final Duration HALF_WAY_OF_ENDLESS_WORK = Duration.ofMinutes(1);

    Instant endsAt() {
        return script.end() == null || startsAt.equals(NEVER) ? NEVER : startsAt.plus(script.working());
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

    String status(Instant now) {
        if (isOver(now)) {
            return Objects.requireNonNull(script.end());
        }
        return isStarted(now) ? step(now) : "queued";
    }

    private String step(Instant now) {
        Instant stepEnds = startsAt;
        for (Step step : script.steps()) {
            stepEnds = stepEnds.plus(step.lasts());
            if (now.isBefore(stepEnds)) {
                return step.status();
            }
        }
        return script.steps().getLast().status();
    }

    /** True as soon as the model was queried, which is when there is something to count. */
    boolean hasCounts(Instant now) {
        return isStarted(now) && !status(now).equals("querying");
    }

    /** What {@code completionRatio} says. It need not reach 1, not even at a successful end. */
    double ratio(Instant now) {
        return isOver(now) ? script.done() : script.done() * elapsedShare(now);
    }

    /** How much of the rows is written, 0..1. */
    double written(Instant now) {
        return isOver(now) && endedWell() ? 1 : ratio(now);
    }

    boolean endedWell() {
        return "success".equals(script.end()) || "warning".equals(script.end());
    }

    private double elapsedShare(Instant now) {
        double elapsed = Duration.between(startsAt, now).toMillis();
        boolean endless = script.end() == null;
        return elapsed
                / (endless
                        ? elapsed + HALF_WAY_OF_ENDLESS_WORK.toMillis()
                        : script.working().toMillis());
    }
}
