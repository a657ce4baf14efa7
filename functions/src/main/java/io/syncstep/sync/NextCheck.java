package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the next check of a run pays, by all that is known of it now. */
record NextCheck(Sync sync, Run run, Instant now) {

    /** Allowed between our clock and the provider's. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    Duration pause() {
        return sync.schedule(run.watch().checks()).next(estimate(), elapsed(), sync.age(now));
    }

    /** The time since something began of whose duration nothing is known. */
    Duration pauseSince(Instant began) {
        return sync.schedule(run.watch().checks())
                .next(DurationEstimate.unknown(), Duration.between(began, now), sync.age(now));
    }

    private DurationEstimate estimate() {
        Double ratio = run.watch().facts().completionRatio();
        return ratio == null ? usual() : usual().told(ratio, elapsed());
    }

    private DurationEstimate usual() {
        if (run.attached() && startedAt() == null) {
            // It may have begun long ago: past durations say nothing about the rest of it.
            return DurationEstimate.unknown();
        }
        // A full resync does more than its forerunners, unless they were some too; a run that resumes another does
        // less.
        boolean differs = sync.request().fullResync() || !run.previousRunIds().isEmpty();
        return differs ? DurationEstimate.perhapsLike(run.past()) : DurationEstimate.like(run.past());
    }

    /**
     * The age of the run: since its start where the provider tells it, as past durations count from there too, and a queue
     * is no part of them. Until then since the start call.
     */
    private Duration elapsed() {
        Instant since = startedAt();
        Instant triggeredAt = run.start().triggeredAt();
        Instant began = since != null ? since : triggeredAt != null ? triggeredAt : now;
        return began.isAfter(now) ? Duration.ZERO : Duration.between(began, now);
    }

    /** A run of ours that began before its start call is nonsense. */
    private @Nullable Instant startedAt() {
        Instant told = run.watch().facts().startedAt();
        Instant triggeredAt = run.start().triggeredAt();
        boolean credible =
                told != null && (run.attached() || triggeredAt == null || !told.isBefore(triggeredAt.minus(CLOCKS)));
        return credible ? told : null;
    }
}
