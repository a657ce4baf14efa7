package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A start call of which nobody knows whether it started a run.
 *
 * @param sentAt when the first such call was sent, at the earliest: a run created before is not ours
 * @param since when the last answer failed to come, from which on the run is looked for
 * @param what for a person: {@code 503 Service Unavailable}, {@code connection lost}
 * @param httpStatus the code with which the provider did answer, or null when nothing came
 * @param looks how often the run was looked for since then
 */
public record Doubt(
        Instant sentAt,
        Instant since,
        String what,
        @Nullable Integer httpStatus,
        int looks) {

    private static final Duration CLOCKS = Duration.ofSeconds(5);

    /** A run that was created before this is not ours: a few seconds are allowed for clocks that differ. */
    public Instant candidatesSince() {
        return sentAt.minus(CLOCKS);
    }

    /** Whether the provider asked to come back later, so that the call may be repeated once no run is found. */
    public boolean isRepeatable() {
        return httpStatus != null && httpStatus == 503;
    }

    Doubt looked() {
        return new Doubt(sentAt, since, what, httpStatus, looks + 1);
    }
}
