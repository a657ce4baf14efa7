package io.syncstep.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** However many ask, the source is asked once a minute. */
class KeptTest {

    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void whatWasReadIsKeptForItsTimeAndNotLonger() {
        Kept<Integer> kept = new Kept<>(readings::incrementAndGet, Duration.ofMinutes(1), clock);

        assertThat(kept.get()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(59));
        assertThat(kept.get()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(kept.get()).isEqualTo(2);
    }

    @Test
    void theTimeCountsFromTheEndOfTheReading() {
        Kept<Integer> kept = new Kept<>(
                () -> {
                    clock.pass(Duration.ofSeconds(20));
                    return readings.incrementAndGet();
                },
                Duration.ofMinutes(1),
                clock);

        kept.get();
        clock.pass(Duration.ofSeconds(59));

        assertThat(kept.get()).isEqualTo(1);
    }

    @Test
    void aFailureIsKeptToo() {
        Kept<Integer> kept = new Kept<>(
                () -> {
                    throw new IllegalStateException("reading " + readings.incrementAndGet());
                },
                Duration.ofMinutes(1),
                clock);

        assertThatThrownBy(kept::get).hasMessage("reading 1");
        assertThatThrownBy(kept::get).hasMessage("reading 1");
        clock.pass(Duration.ofMinutes(1));
        assertThatThrownBy(kept::get).hasMessage("reading 2");
    }

    @Test
    void whoComesDuringAReadingWaitsForItInsteadOfReadingToo() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allowed = new CountDownLatch(1);
        Kept<Integer> kept = new Kept<>(
                () -> {
                    begun.countDown();
                    assertThat(passed(allowed)).isTrue();
                    return readings.incrementAndGet();
                },
                Duration.ofMinutes(1),
                clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asking = new ArrayList<>();
            Callable<Integer> ask = kept::get;
            asking.add(threads.submit(ask));
            assertThat(passed(begun)).isTrue();
            for (int viewer = 0; viewer < 20; viewer++) {
                asking.add(threads.submit(ask));
            }
            assertThat(kept.isStale()).isFalse();
            allowed.countDown();

            for (Future<Integer> one : asking) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            }
        }
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
