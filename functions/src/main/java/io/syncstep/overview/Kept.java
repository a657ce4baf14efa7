package io.syncstep.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache of one value, for a while. Whoever comes meanwhile gets it, a failure included; whoever comes while it is read waits
 * for that reading. So however many ask, one asks the source, and again only when the time is over.
 */
public final class Kept<T> {

    private final Supplier<T> source;
    private final Duration time;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Supplier<T> outcome;
    private volatile @Nullable T last;
    private Instant end = Instant.MIN;

    /**
     * Keeps what this source gives.
     *
     * @param time from the end of a reading to the earliest beginning of the next
     */
    public Kept(Supplier<T> source, Duration time, Clock clock) {
        this.source = source;
        this.time = time;
        this.clock = clock;
    }

    /** What is kept, else what is read now. Throws what the source threw. */
    public T get() {
        reading.lock();
        try {
            Supplier<T> known = outcome;
            if (known == null || isOver()) {
                known = read();
                outcome = known;
                end = clock.instant().plus(time);
            }
            return known.get();
        } finally {
            reading.unlock();
        }
    }

    /** What was read last, however old, without any waiting; null where nothing was read yet. */
    @Nullable
    T last() {
        return last;
    }

    /** Whether it would be read again. False while it is being read. */
    boolean isStale() {
        if (!reading.tryLock()) {
            return false;
        }
        try {
            return outcome != null && isOver();
        } finally {
            reading.unlock();
        }
    }

    private boolean isOver() {
        return !clock.instant().isBefore(end);
    }

    private Supplier<T> read() {
        try {
            T value = source.get();
            last = value;
            return () -> value;
        } catch (RuntimeException failure) {
            return () -> {
                throw failure;
            };
        }
    }
}
