package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that brought no usable answer, and may do so later: no connection, a time-out, 429, 5xx, an unreadable body.
 *
 * @param what for a person, free of secrets: {@code 503 Service Unavailable}
 * @param retryAfter how long the provider asks to be left alone, or null when it does not say
 * @param httpStatus the code with which it answered, or null when nothing came
 */
public record Trouble(
        String what,
        Instant at,
        @Nullable Duration retryAfter,
        @Nullable Integer httpStatus) {

    /** A trouble without a code. */
    public Trouble(String what, Instant at, @Nullable Duration retryAfter) {
        this(what, at, retryAfter, null);
    }
}
