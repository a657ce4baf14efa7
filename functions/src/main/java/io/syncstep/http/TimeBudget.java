package io.syncstep.http;

import java.time.Duration;

/** The time that the calls of one function may take together, by the machine's own clock. */
public final class TimeBudget {

    private final long end;

    public TimeBudget(Duration total) {
        this.end = System.nanoTime() + total.toNanos();
    }

    /** What is left, up to the limit of a single call; negative or zero when nothing is. */
    Duration upTo(Duration limit) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
