package io.syncstep.benchmarks.waiting;

import io.syncstep.sync.PastDurations;
import java.util.List;

/** How long it takes to decide when to look next: estimate and plan, made anew as each call of the function does. */
final class Decision {

    private static final int TIMES = 2_000;

    private Decision() {}

    /** The mean, after as many to warm up. */
    static double milliseconds() {
        decide();
        long start = System.nanoTime();
        decide();
        return (System.nanoTime() - start) / 1e6 / TIMES;
    }

    private static void decide() {
        for (int i = 0; i < TIMES; i++) {
            PastDurations past = new PastDurations(List.of(300L + i, 310L, 290L, 305L));
            double wait =
                    Syncstep.withHistory().before(new Situation(past, 0, i)).next(i % 300, 0);
            if (wait < 1) {
                throw new IllegalStateException("no wait is that short: " + wait);
            }
        }
    }
}
