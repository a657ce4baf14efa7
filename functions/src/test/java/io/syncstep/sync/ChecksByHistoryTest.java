package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks come when past runs make them pay. */
class ChecksByHistoryTest {

    private static final Pace PACE = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(1));
    private static final DurationEstimate FIVE_MINUTES = like(300, 290, 310, 305, 295, 280, 320, 300, 310, 290);

    @Test
    void nobodyLooksWhileNoRunHasEverEnded() {
        assertThat(checks(FIVE_MINUTES, 600).getFirst()).isBetween(200L, 290L);
    }

    @Test
    void aRunThatTakesAsLongAsUsualCostsAtMostFiveChecks() {
        assertThat(checks(FIVE_MINUTES, 300)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void itsEndIsNoticedWithinSeconds() {
        assertThat(checks(FIVE_MINUTES, 300).getLast()).isBetween(300L, 315L);
    }

    @Test
    void aRunThatOutlivesAllHistoryIsFollowedAsIfThereWereNone() {
        Duration hour = Duration.ofHours(1);

        assertThat(schedule().next(FIVE_MINUTES, hour, hour))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(250));
    }

    @Test
    void oneRunUnlikeTheOthersIsNotBelieved() {
        List<Long> checks = checks(like(300, 290, 310, 3000, 295, 280, 320, 300, 310, 290), 300);

        assertThat(checks).hasSizeLessThanOrEqualTo(9);
        assertThat(checks.getLast()).isBetween(300L, 325L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 2400, 20_000})
    void norIsTheNewestOne(long odd) {
        List<Long> checks = checks(like(odd, 290, 310, 305, 295, 280, 320, 300, 310, 290), 300);

        assertThat(checks).hasSizeLessThanOrEqualTo(6);
        assertThat(checks.getLast()).isBetween(300L, 325L);
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000, 300_000, 604_800})
    void pastRunsOfDaysAreNoSignOfAnEndWithinOne(long usually) {
        double[] survival = like(usually, usually, usually, usually, usually).survival();

        assertThat(survival[DurationEstimate.POINTS - 2] / survival[0]).isGreaterThan(0.6);
    }

    @Test
    void recentRunsCountMoreThanOldOnes() {
        long rising = checks(like(400, 390, 380, 370, 360, 200, 200, 200, 200, 200), 1000)
                .getFirst();
        long falling = checks(like(200, 200, 200, 200, 200, 360, 370, 380, 390, 400), 1000)
                .getFirst();

        assertThat(rising).isGreaterThan(falling);
    }

    @Test
    void theMoreRunsTheFewerChecks() {
        assertThat(checks(like(300), 300).size())
                .isLessThan(checks(DurationEstimate.unknown(), 300).size());
        assertThat(checks(FIVE_MINUTES, 300))
                .hasSizeLessThan(checks(like(300), 300).size());
    }

    @Test
    void aRunThatMayDifferIsCheckedBeforeItsUsualEndAsWell() {
        DurationEstimate full = DurationEstimate.perhapsLike(new PastDurations(List.of(300L, 290L, 310L, 305L)));

        assertThat(checks(full, 600).getFirst()).isLessThan(100);
        assertThat(DurationEstimate.perhapsLike(PastDurations.NONE).isScaleFree())
                .isTrue();
    }

    @Test
    void progressBringsTheNextCheckCloserOrPutsItOff() {
        Duration minute = Duration.ofMinutes(1);
        Duration none = wait(DurationEstimate.unknown().told(0, minute), minute);
        Duration nearlyDone = wait(DurationEstimate.unknown().told(0.95, minute), minute);
        Duration farFromIt = wait(DurationEstimate.unknown().told(0.05, minute), minute);

        assertThat(nearlyDone).isLessThan(none);
        assertThat(farFromIt).isGreaterThan(none);
    }

    @Test
    void progressAloneNeverMakesAnybodyWaitMuchLonger() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(wait(DurationEstimate.unknown().told(0.0001, minute), minute))
                .isLessThan(wait(DurationEstimate.unknown(), minute).multipliedBy(4));
    }

    @Test
    void aRatioThatIsNoneSaysNothing() {
        Duration minute = Duration.ofMinutes(1);
        for (double ratio : new double[] {0, 1, -1, 1.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(FIVE_MINUTES.told(ratio, minute)).isSameAs(FIVE_MINUTES);
        }
        assertThat(FIVE_MINUTES.told(0.5, Duration.ZERO)).isSameAs(FIVE_MINUTES);
    }

    private static Duration wait(DurationEstimate estimate, Duration age) {
        return schedule().next(estimate, age, age);
    }

    /** When a run that takes so long is looked at. */
    private static List<Long> checks(DurationEstimate estimate, long duration) {
        List<Long> checks = new ArrayList<>();
        long age = 0;
        while (age < duration) {
            age += wait(estimate, Duration.ofSeconds(age)).toSeconds();
            checks.add(age);
        }
        return checks;
    }

    private static DurationEstimate like(long... seconds) {
        return DurationEstimate.like(
                new PastDurations(Arrays.stream(seconds).boxed().toList()));
    }

    private static PollSchedule schedule() {
        return new PollSchedule(Requests.hightouch(""), PACE, CheckCost.USUAL, new Jitter(0.5));
    }
}
