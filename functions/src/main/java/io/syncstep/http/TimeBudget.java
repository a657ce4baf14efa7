package io.syncstep.http;

import java.time.Duration;

/** The time that the calls of one function may take, each and together, by the machine's own clock. */
public final class TimeBudget {

    private final Limits limits;
    private final long end;

    /** A budget of so much for all calls together, with the usual limits for each. */
    public TimeBudget(Duration together) {
        this(new Limits(Limits.USUAL.read(), Limits.USUAL.write(), together));
    }

    /** A budget that begins now. */
    public TimeBudget(Limits limits) {
        this.limits = limits;
        this.end = System.nanoTime() + limits.together().toNanos();
    }

    private TimeBudget(Limits limits, long end) {
        this.limits = limits;
        this.end = end;
    }

    /** What is left of this one, for calls that read and take no longer than this each. */
    TimeBudget reading(Duration atMost) {
        Duration shorter = atMost.compareTo(limits.read()) < 0 ? atMost : limits.read();
        return new TimeBudget(new Limits(shorter, limits.write(), limits.together()), end);
    }

    /** What is left for all calls together; negative or zero when nothing is. */
    public Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    /** What a call that reads may take; negative or zero when nothing is left. */
    Duration forRead() {
        return upTo(limits.read());
    }

    /** What a call that changes something may take; negative or zero when nothing is left. */
    Duration forWrite() {
        return upTo(limits.write());
    }

    private Duration upTo(Duration limit) {
        Duration left = left();
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
