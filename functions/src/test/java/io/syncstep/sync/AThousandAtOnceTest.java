package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand syncs that a schedule starts in one instant do not ask their provider in one second. */
class AThousandAtOnceTest {

    private static final Pace PACE = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(1));
    private static final Execution EXECUTION = new Execution("arn:x", "x", Instant.parse("2026-11-22T00:00:00Z"));
    private static final int TASKS = 1000;
    private static final int CHECKS = 5;

    @ParameterizedTest
    @ValueSource(strings = {"", "\"minWaitSeconds\":60", "\"maxWaitSeconds\":15"})
    void withoutHistoryAQuarterOfThemAtMostComesInOneSecond(String bounds) {
        assertThat(fullestSecond(DurationEstimate.unknown(), bounds)).isLessThan(TASKS / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 300, 7200})
    void norWhereAllOfThemUsuallyTakeAsLong(long usually) {
        DurationEstimate estimate = DurationEstimate.like(new PastDurations(Collections.nCopies(10, usually)));

        assertThat(fullestSecond(estimate, "")).isLessThan(TASKS / 4);
    }

    /** How many are checked in the second with most, among the first checks of each. */
    private static int fullestSecond(DurationEstimate estimate, String bounds) {
        Map<Long, Integer> seconds = new HashMap<>();
        for (int task = 0; task < TASKS; task++) {
            checks(estimate, request(task, bounds)).forEach(second -> seconds.merge(second, 1, Integer::sum));
        }
        return Collections.max(seconds.values());
    }

    private static List<Long> checks(DurationEstimate estimate, Request request) {
        Long[] checks = new Long[CHECKS];
        Duration age = Duration.ZERO;
        for (int check = 0; check < CHECKS; check++) {
            Jitter jitter = Jitter.of(request, EXECUTION, check);
            age = age.plus(new PollSchedule(request, PACE, CheckCost.USUAL, jitter).next(estimate, age, age));
            checks[check] = age.toSeconds();
        }
        return List.of(checks);
    }

    private static Request request(int task, String bounds) {
        String id = "\"syncId\":" + (1_127_000 + task);
        return Requests.hightouch(bounds.isEmpty() ? id : id + "," + bounds);
    }
}
