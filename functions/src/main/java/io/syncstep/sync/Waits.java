package io.syncstep.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The waits between repeated calls. */
final class Waits {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Waits() {}

    /**
     * Doubles with every try, up to five minutes; what the provider asks for goes before.
     *
     * @param tries how many there have been, from 1
     */
    static Duration growing(Duration first, int tries, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return retryAfter;
        }
        Duration grown = first.multipliedBy(1L << Math.min(tries - 1, 20));
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }
}
