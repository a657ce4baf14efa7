package io.syncstep.sync;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the last look may be repeated. Nothing comes after it that could make up for an answer that got lost, so a run
 * which ended in time would be told as timed out over one lost packet. A look that fails at the deadline is therefore
 * repeated after 5 and after 15 s more, or when the provider asks for it, if that is within a minute.
 */
final class Overtime {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration SECOND_LOOK_BY = Duration.ofSeconds(4);
    private static final Duration THIRD_LOOK_BY = Duration.ofSeconds(20);

    private Overtime() {}

    /**
     * The pause before the next look, or empty when there is to be none.
     *
     * @param late how long after the deadline the look that failed was begun
     * @param retryAfter what the provider asked for, or null
     */
    static Optional<Duration> pause(Duration late, @Nullable Duration retryAfter) {
        return growing(late)
                .map(pause -> retryAfter == null || retryAfter.compareTo(pause) < 0 ? pause : retryAfter)
                .filter(pause -> pause.compareTo(LONGEST) <= 0);
    }

    /** Whether there is time to look once more how a run ended. */
    static boolean isLeft(Duration late) {
        return late.compareTo(LONGEST) < 0;
    }

    private static Optional<Duration> growing(Duration late) {
        if (late.compareTo(SECOND_LOOK_BY) < 0) {
            return Optional.of(Duration.ofSeconds(5));
        }
        return late.compareTo(THIRD_LOOK_BY) < 0 ? Optional.of(Duration.ofSeconds(15)) : Optional.empty();
    }
}
