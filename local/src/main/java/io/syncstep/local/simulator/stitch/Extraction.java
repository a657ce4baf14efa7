package io.syncstep.local.simulator.stitch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An extraction of a source. What it looks like follows from the time alone.
 *
 * @param stoppedAt when somebody stopped it; null otherwise
 */
record Extraction(
        String jobName,
        long sourceId,
        Instant startedAt,
        ExtractionScript script,
        @Nullable Instant stoppedAt) {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    Extraction stopped(Instant now) {
        return new Extraction(jobName, sourceId, startedAt, script, now);
    }

    Instant completesAt() {
        if (stoppedAt != null) {
            return stoppedAt;
        }
        return script.ends() ? startedAt.plus(script.lasts()) : NEVER;
    }

    boolean isStarted(Instant now) {
        return !now.isBefore(startedAt);
    }

    boolean isComplete(Instant now) {
        return !now.isBefore(completesAt());
    }

    boolean isRunning(Instant now) {
        return isStarted(now) && !isComplete(now);
    }

    boolean isListed(Instant now) {
        return !now.isBefore(completesAt().plus(stoppedAt == null ? script.listedAfter() : Duration.ZERO));
    }

    @Nullable
    Phase discovery(Instant now) {
        return reached(script.discovery(), startedAt.plus(script.discovery().lasts()), now);
    }

    @Nullable
    Phase tap(Instant now) {
        Instant end =
                startedAt.plus(script.discovery().lasts()).plus(script.tap().lasts());
        return reached(script.tap(), end, now);
    }

    @Nullable
    Phase target(Instant now) {
        return reached(script.target(), completesAt(), now);
    }

    /** A stopped extraction has lost all its exit statuses, as was seen on terminated ones. */
    private @Nullable Phase reached(Phase phase, Instant end, Instant now) {
        return stoppedAt != null || now.isBefore(end) ? null : phase;
    }

    /** Stitch tells whole seconds. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
