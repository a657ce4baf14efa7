package io.syncstep.local.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until somebody moves it. */
public final class SettableClock extends Clock {

    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private volatile Instant now = START;

    public void advanceTo(long secondsFromStart) {
        now = START.plusSeconds(secondsFromStart);
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only instants are asked for");
    }
}
