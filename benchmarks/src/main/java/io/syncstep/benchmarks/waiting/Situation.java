package io.syncstep.benchmarks.waiting;

import io.syncstep.sync.PastDurations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A run that is waited for.
 *
 * @param past what the runs before it took
 * @param duration what it will take, in seconds; only who tells its progress may look
 * @param number of the run, from which its jitter follows
 */
record Situation(PastDurations past, double duration, int number) {

    /** So many runs of a task before it, the newest first, each of them changed by its age in runs. */
    static Situation of(Cell cell, int runs, DoubleUnaryOperator changed, RandomGenerator random, int number) {
        List<Long> past = new ArrayList<>();
        for (int age = 1; age <= runs; age++) {
            past.add(Math.max(1, Math.round(cell.draw(random) * changed.applyAsDouble(age))));
        }
        return new Situation(new PastDurations(past), cell.draw(random), number);
    }
}
