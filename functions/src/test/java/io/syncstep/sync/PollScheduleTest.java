package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without history, the longer a run has taken, the longer the next wait; never so short that an execution's history overflows. */
class PollScheduleTest {

    private static final Pace PACE = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(1));
    private static final Duration DAY = Duration.ofDays(1);
    private static final Jitter EARLIEST = new Jitter(0);
    private static final Jitter MIDDLE = new Jitter(0.5);
    private static final Jitter LATEST = new Jitter(0.999);

    @ParameterizedTest
    @CsvSource({"0,8", "8,10", "18,14", "60,24", "300,51", "3600,172", "86400,585"})
    void theWaitGrowsWithTheRootOfTheTimeThatHasPassed(long elapsed, long wait) {
        assertThat(next(schedule(""), Duration.ofSeconds(elapsed))).isEqualTo(Duration.ofSeconds(wait));
    }

    @Test
    void theWaitNeverShrinksAsTimePasses() {
        Duration before = Duration.ZERO;
        for (long second = 0; second <= 86_400; second += 60) {
            Duration next = next(schedule(""), Duration.ofSeconds(second));
            assertThat(next).isGreaterThanOrEqualTo(before);
            before = next;
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5,11,25", "2,24,51", "8,52,106"})
    void theDearerACheckTheFewerThereAre(double cost, long afterOneMinute, long afterFive) {
        PollSchedule schedule =
                new PollSchedule(Requests.hightouch("\"minWaitSeconds\":1"), PACE, new CheckCost(cost), MIDDLE);

        assertThat(next(schedule, Duration.ofMinutes(1)).toSeconds()).isEqualTo(afterOneMinute);
        assertThat(next(schedule, Duration.ofMinutes(5)).toSeconds()).isEqualTo(afterFive);
    }

    @Test
    void theBoundsOfTheRequestHoldWhateverTheJitter() {
        String bounds = "\"minWaitSeconds\":20,\"maxWaitSeconds\":30";

        assertThat(next(schedule(bounds, EARLIEST), Duration.ZERO)).isEqualTo(Duration.ofSeconds(20));
        assertThat(next(schedule(bounds, LATEST), Duration.ZERO)).isEqualTo(Duration.ofSeconds(24));
        assertThat(next(schedule(bounds, EARLIEST), Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(28));
        assertThat(next(schedule(bounds, LATEST), Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void equalBoundsMakeAFixedWaitWhateverTheJitterAndTheHistorySay() {
        PollSchedule schedule = schedule("\"minWaitSeconds\":30,\"maxWaitSeconds\":30", LATEST);

        assertThat(next(schedule, Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
        assertThat(next(schedule, Duration.ofHours(2))).isEqualTo(Duration.ofSeconds(30));
        assertThat(schedule.next(usually(3000), Duration.ofSeconds(9), Duration.ofSeconds(9)))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aDefaultGivesWayToTheBoundThatWasGiven() {
        assertThat(next(schedule("\"maxWaitSeconds\":2"), Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        assertThat(schedule("\"minWaitSeconds\":1800", EARLIEST).next(DurationEstimate.unknown(), DAY, Duration.ZERO))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aBudgetOfTheProviderGoesBeforeTheRequest() {
        Pace budget = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(20));
        PollSchedule schedule = new PollSchedule(
                Requests.stitch("\"minWaitSeconds\":1,\"maxWaitSeconds\":1"), budget, CheckCost.USUAL, MIDDLE);

        assertThat(next(schedule, Duration.ZERO)).isEqualTo(Duration.ofSeconds(20));
        assertThat(next(schedule, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theHistoryLimitGoesBeforeTheRequest() {
        assertThat(next(schedule("\"maxWaitSeconds\":1"), DAY)).isEqualTo(DAY.dividedBy(250));
    }

    @Test
    void aDayOfTheShortestWaitsStaysBelowTwoThousandChecks() {
        assertThat(checksOfADay(schedule("\"minWaitSeconds\":1,\"maxWaitSeconds\":1"), DurationEstimate.unknown()))
                .isLessThan(2_000);
    }

    @Test
    void aDayWithoutAnEndTakesLessThanFourHundredChecks() {
        assertThat(checksOfADay(schedule(""), DurationEstimate.unknown())).isLessThan(400);
    }

    @ParameterizedTest
    @CsvSource({"1", "30", "300", "1800", "20000", "86400", "604800"})
    void aDayWithoutAnEndTakesLessThanFourHundredChecksWhateverThePastRunsTook(long usually) {
        assertThat(checksOfADay(schedule(""), usually(usually))).isLessThan(400);
    }

    /** Beyond the estimate's last point, which lies an hour after a day, each check was as soon as is allowed. */
    @ParameterizedTest
    @CsvSource({"23,300", "24,300", "26,300", "26,90000", "500,300"})
    void nothingChangesThatForARunThatWasOldWhenItWasAttachedTo(int hours, long usually) {
        assertThat(checksOfADay(schedule(""), usually(usually), Duration.ofHours(hours)))
                .isLessThan(400);
    }

    @Test
    void aClockThatRunsBackwardsMakesNoNegativeWait() {
        assertThat(next(schedule(""), Duration.ofSeconds(-30))).isEqualTo(Duration.ofSeconds(8));
        assertThat(schedule("", EARLIEST).next(usually(2), Duration.ofSeconds(-30), Duration.ofSeconds(-30)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"0,6,10", "8,8,12", "300,48,54", "3600,163,180", "86400,570,600"})
    void jitterMovesAWaitByTwoSecondsOrByATwentieth(long elapsed, long earliest, long latest) {
        Duration age = Duration.ofSeconds(elapsed);

        assertThat(next(schedule("", EARLIEST), age)).isEqualTo(Duration.ofSeconds(earliest));
        assertThat(next(schedule("", LATEST), age)).isEqualTo(Duration.ofSeconds(latest));
    }

    private static long checksOfADay(PollSchedule schedule, DurationEstimate estimate) {
        return checksOfADay(schedule, estimate, Duration.ZERO);
    }

    /** Of a run that had gone on for so long when it was attached to. */
    private static long checksOfADay(PollSchedule schedule, DurationEstimate estimate, Duration before) {
        long checks = 0;
        for (long age = 0; age < DAY.toSeconds(); checks++) {
            Duration elapsed = Duration.ofSeconds(age);
            // The state machine waits whole seconds, rounded up.
            age += schedule.next(estimate, before.plus(elapsed), elapsed)
                    .plusNanos(999_999_999)
                    .toSeconds();
        }
        return checks;
    }

    private static Duration next(PollSchedule schedule, Duration age) {
        return schedule.next(DurationEstimate.unknown(), age, age);
    }

    private static DurationEstimate usually(long seconds) {
        return DurationEstimate.like(new PastDurations(List.of(seconds, seconds, seconds)));
    }

    private static PollSchedule schedule(String fields) {
        return schedule(fields, MIDDLE);
    }

    private static PollSchedule schedule(String fields, Jitter jitter) {
        return new PollSchedule(Requests.hightouch(fields), PACE, CheckCost.USUAL, jitter);
    }
}
