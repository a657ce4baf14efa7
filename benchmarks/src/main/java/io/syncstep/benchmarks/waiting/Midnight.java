package io.syncstep.benchmarks.waiting;

import io.syncstep.sync.DurationEstimate;
import io.syncstep.sync.Execution;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A thousand tasks that one schedule starts in the same millisecond, as far as their provider feels it. */
final class Midnight {

    private static final int TASKS = 1_000;
    private static final int CHECKS = 5;
    private static final Execution EXECUTION = new Execution("", "", Instant.EPOCH);

    private Midnight() {}

    /** How many of them are checked in the second that has most, among the first five checks of each. */
    static int fullestSecond(DurationEstimate estimate) {
        Map<Long, Integer> seconds = new HashMap<>();
        for (int task = 1; task <= TASKS; task++) {
            Schedule schedule = Syncstep.schedule(estimate, Syncstep.request(task), EXECUTION);
            double age = 0;
            for (int check = 0; check < CHECKS; check++) {
                age += schedule.next(age, check);
                seconds.merge(Math.round(age), 1, Integer::sum);
            }
        }
        return Collections.max(seconds.values());
    }
}
