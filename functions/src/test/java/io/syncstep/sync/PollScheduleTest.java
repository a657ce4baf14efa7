package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The longer a run has taken, the longer the next wait; never so short that the history of an execution overflows. */
class PollScheduleTest {

    private static final Pace PACE = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(1));
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @CsvSource({"0,5", "60,15", "300,34", "3600,120", "86400,587"})
    void theWaitGrowsWithTheRootOfTheTimeThatHasPassed(long elapsed, long wait) {
        Duration next = schedule("").next(Duration.ofSeconds(elapsed), Duration.ofSeconds(elapsed));

        assertThat(next.toSeconds()).isEqualTo(wait);
    }

    @Test
    void theWaitNeverShrinksAsTimePasses() {
        Duration before = Duration.ZERO;
        for (long second = 0; second <= 86_400; second += 60) {
            Duration next = schedule("").next(Duration.ofSeconds(second), Duration.ofSeconds(second));
            assertThat(next).isGreaterThanOrEqualTo(before);
            before = next;
        }
    }

    @Test
    void theBoundsOfTheRequestHold() {
        PollSchedule schedule = schedule("\"minWaitSeconds\":20,\"maxWaitSeconds\":30");

        assertThat(schedule.first()).isEqualTo(Duration.ofSeconds(20));
        assertThat(schedule.next(Duration.ZERO, Duration.ZERO)).isEqualTo(Duration.ofSeconds(20));
        assertThat(schedule.next(Duration.ofHours(1), Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void equalBoundsMakeAFixedWait() {
        PollSchedule schedule = schedule("\"minWaitSeconds\":30,\"maxWaitSeconds\":30");

        assertThat(schedule.next(Duration.ZERO, Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
        assertThat(schedule.next(Duration.ofHours(2), Duration.ofHours(2))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aDefaultGivesWayToTheBoundThatWasGiven() {
        assertThat(schedule("\"maxWaitSeconds\":2").first()).isEqualTo(Duration.ofSeconds(2));
        assertThat(schedule("\"minWaitSeconds\":1800").next(DAY, Duration.ZERO)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aBudgetOfTheProviderGoesBeforeTheRequest() {
        Pace budget = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(20));
        PollSchedule schedule = new PollSchedule(Requests.stitch("\"minWaitSeconds\":1,\"maxWaitSeconds\":1"), budget);

        assertThat(schedule.first()).isEqualTo(Duration.ofSeconds(20));
        assertThat(schedule.next(Duration.ofSeconds(5), Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theHistoryLimitGoesBeforeTheRequest() {
        assertThat(schedule("\"maxWaitSeconds\":1").next(DAY, DAY)).isEqualTo(DAY.dividedBy(250));
    }

    @Test
    void aDayOfTheShortestWaitsStaysBelowTwoThousandChecks() {
        PollSchedule schedule = schedule("\"minWaitSeconds\":1,\"maxWaitSeconds\":1");
        long checks = 0;
        for (long age = schedule.first().toSeconds(); age < DAY.toSeconds(); checks++) {
            Duration wait = schedule.next(Duration.ofSeconds(age), Duration.ofSeconds(age));
            // The state machine waits whole seconds, rounded up.
            age += wait.plusNanos(999_999_999).toSeconds();
        }

        assertThat(checks).isLessThan(2_000);
    }

    @Test
    void aClockThatRunsBackwardsMakesNoNegativeWait() {
        assertThat(schedule("").next(Duration.ofSeconds(-30), Duration.ofSeconds(-30)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    private static PollSchedule schedule(String fields) {
        return new PollSchedule(Requests.hightouch(fields), PACE);
    }
}
