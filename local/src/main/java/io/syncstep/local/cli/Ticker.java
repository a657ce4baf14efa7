package io.syncstep.local.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Shows something again and again, so that what is left of a wait counts down. */
interface Ticker extends AutoCloseable {

    /** Shows nothing. */
    Ticker NEVER = new Ticker() {
        @Override
        public void show(Runnable drawing) {}

        @Override
        public void close() {}
    };

    /** Draws now, and from now on instead of what was drawn before. */
    void show(Runnable drawing);

    @Override
    void close();

    static Ticker every(Duration pause) {
        return new Ticking(pause);
    }

    /** Draws on a thread of its own. */
    final class Ticking implements Ticker {

        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        private final ScheduledFuture<?> ticks;
        private volatile Runnable drawing = () -> {};

        Ticking(Duration pause) {
            ticks = thread.scheduleAtFixedRate(
                    () -> drawing.run(), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void show(Runnable latest) {
            drawing = latest;
            latest.run();
        }

        @Override
        public void close() {
            drawing = () -> {};
            ticks.cancel(false);
            thread.close();
        }
    }
}
