package io.syncstep.local.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time as it is: a wait of 30 seconds takes 30 seconds. */
public record RealTime(Clock clock) implements Time {

    public RealTime() {
        this(Clock.systemUTC());
    }

    @Override
    public <A> @Nullable A pass(BlockingQueue<A> answers, int running, @Nullable Instant timer)
            throws InterruptedException {
        if (timer == null) {
            return answers.take();
        }
        // One more millisecond: the clock may tell more than milliseconds, and a timer must not fire early.
        var left = Duration.between(clock.instant(), timer).toMillis() + 1;
        return answers.poll(Math.max(0, left), TimeUnit.MILLISECONDS);
    }
}
