package io.syncstep.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next check: the longer a run has taken, the longer, so that the delay in noticing its end
 * stays small beside the time it took. The wait is 2·√t seconds after t seconds: 15 s after a minute, 35 s after five,
 * 2 min after an hour, 10 min after a day.
 *
 * <p>Why the square root: when nothing is known of a run's duration, the chance that it ends in the next second falls as
 * 1/t, and the best density of checks goes with the root of that chance (Barlow, Hunter and Proschan, 1963). The factor
 * makes one check worth two seconds of delay.
 *
 * <p>The bounds of the request hold, then those of the provider, and above both the limits that nobody can lift: a day's
 * checks must fit into the 25,000 events of an execution's history, so that a wait is never below 1/250 of the time since
 * the execution's start.
 */
public final class PollSchedule {

    private static final double SECONDS_PER_ROOT = 2.0;
    private static final long HISTORY_FRACTION = 250;

    private final Pace pace;
    private final Duration min;
    private final Duration max;

    /** A default gives way to the bound that was given. */
    public PollSchedule(Request request, Pace pace) {
        this.pace = pace;
        this.min =
                request.minWait() != null ? request.minWait() : shorter(pace.min(), or(request.maxWait(), pace.min()));
        this.max =
                request.maxWait() != null ? request.maxWait() : longer(pace.max(), or(request.minWait(), pace.max()));
    }

    /** The wait before the first check. */
    public Duration first() {
        return longer(min, pace.floor());
    }

    /**
     * The wait until the next check.
     *
     * @param elapsed since what is waited for began
     * @param executionAge since the execution's start
     */
    public Duration next(Duration elapsed, Duration executionAge) {
        double seconds = SECONDS_PER_ROOT * Math.sqrt((double) Math.max(0, elapsed.toSeconds()));
        Duration best = Duration.ofMillis(Math.round(1000 * seconds));
        Duration asked = longer(min, shorter(max, best));
        return withinHistory(longer(asked, pace.floor()), executionAge);
    }

    /** The wait, or what the history limit makes of it: whatever is repeated must not fill an execution's history. */
    static Duration withinHistory(Duration wait, Duration executionAge) {
        return longer(wait, executionAge.dividedBy(HISTORY_FRACTION));
    }

    private static Duration or(@Nullable Duration given, Duration otherwise) {
        return given != null ? given : otherwise;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
