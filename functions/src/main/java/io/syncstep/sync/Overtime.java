package io.syncstep.sync;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the last look may be repeated. Nothing comes after it that could make up for an answer that got lost, so a run
 * which ended in time would be told as timed out over one lost packet. A look that fails at the deadline is therefore
 * repeated after 5 and after 15 s more, or when the provider asks for it, a minute later at the most.
 *
 * <p>Looks are counted, since the clock tells nothing: the first may come late, where Lambda had to be asked again.
 */
final class Overtime {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Overtime() {}

    /**
     * The pause before the next look, or empty when there is to be none.
     *
     * @param looks how many there have been since the deadline, the one that failed among them
     * @param retryAfter what the provider asked for, or null
     */
    static Optional<Duration> pause(int looks, @Nullable Duration retryAfter) {
        return growing(looks)
                .map(pause -> retryAfter == null || retryAfter.compareTo(pause) < 0 ? pause : retryAfter)
                .map(pause -> pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    /** Whether there is time to look once more how a run ended, if it is not the first time. */
    static boolean isLeft(Duration late) {
        return late.compareTo(LONGEST) < 0;
    }

    private static Optional<Duration> growing(int looks) {
        return switch (looks) {
            case 1 -> Optional.of(Duration.ofSeconds(5));
            case 2 -> Optional.of(Duration.ofSeconds(15));
            default -> Optional.empty();
        };
    }
}
