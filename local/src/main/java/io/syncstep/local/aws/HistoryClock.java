package io.syncstep.local.aws;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The time of the event that is being told, and between events the time as it is. */
public final class HistoryClock extends Clock {

    private final Clock real;
    private volatile @Nullable Instant told;

    public HistoryClock(Clock real) {
        this.real = real;
    }

    void telling(@Nullable Instant instant) {
        told = instant;
    }

    @Override
    public Instant instant() {
        var instant = told;
        return instant == null ? real.instant() : instant;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new HistoryClock(real.withZone(zone));
    }
}
