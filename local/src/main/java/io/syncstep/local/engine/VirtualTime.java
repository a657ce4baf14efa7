package io.syncstep.local.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Time that moves only where an execution waits: by its waits, by the delays before its retries, and by the limits of tasks
 * that don't answer. A task at work takes no time, however long it works.
 */
public final class VirtualTime implements Time {

    private final VirtualClock clock;

    /** Starts at the real now, to the millisecond. */
    public VirtualTime() {
        this(Instant.now());
    }

    public VirtualTime(Instant start) {
        clock = new VirtualClock(new AtomicLong(start.toEpochMilli()), ZoneOffset.UTC);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public <A> @Nullable A pass(BlockingQueue<A> answers, int running, @Nullable Instant timer)
            throws InterruptedException {
        if (running > 0 || timer == null) {
            return answers.take();
        }
        clock.now.accumulateAndGet(timer.toEpochMilli(), Math::max);
        return null;
    }

    private static final class VirtualClock extends Clock {

        private final AtomicLong now;
        private final ZoneId zone;

        VirtualClock(AtomicLong now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now.get());
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new VirtualClock(now, other);
        }
    }
}
