package io.syncstep.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.syncstep.benchmarks.Section;
import io.syncstep.sync.PastDurations;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small run of the benchmark gives sane figures. */
class WaitingCostTest {

    private static final Cell FIVE_MINUTES = new Cell(300, 0.1);

    @Test
    void theLimitsAreKeptByAFewRunsAlready() {
        Section section = WaitingCostReport.of(60);

        assertThat(section.limits())
                .hasSize(10)
                .allSatisfy(limit -> assertThat(limit.isKept()).as("%s", limit).isTrue());
        assertThat(section.text()).contains("optimum, in seconds", "Syncstep, 10 past runs", "3 s (Airflow, Dagster)");
        assertThat(section.plots().get("waiting-cost.svg"))
                .startsWith("<svg")
                .contains("optimum")
                .endsWith("</svg>\n");
    }

    @ParameterizedTest
    @CsvSource({"3,300,0,100", "3,301,2,101", "60,1,59,1"})
    void aFixedPaceCostsWhatAnybodyCanCount(double pace, double duration, double delay, double checks) {
        Situation situation = new Situation(PastDurations.NONE, duration, 0);

        assertThat(Schedule.fixed(pace).before(situation).of(duration)).isEqualTo(new Cost(delay, checks));
    }

    @Test
    void theExponentialPaceGrowsToAMinute() {
        Schedule schedule = Schedule.exponential().before(new Situation(PastDurations.NONE, 0, 0));

        assertThat(schedule.next(0, 0)).isEqualTo(2);
        assertThat(schedule.next(2, 1)).isEqualTo(3);
        assertThat(schedule.next(999, 50)).isEqualTo(60);
    }

    /** One check at the end of a run that always takes as long costs a check; a continuous density would cost √(2ch). */
    @Test
    void theOptimumOfASteadyTaskIsHardlyMoreThanOneCheck() {
        assertThat(Optimum.of(new Cell(300, 0.0005))).isCloseTo(2.3, within(0.4));
    }

    @Test
    void nothingIsBetterThanTheOptimum() {
        for (Cell cell : Cell.ALL) {
            double best = Optimum.of(cell);
            for (Contender contender : Contender.ALL) {
                assertThat(new Trial(300, 10).of(cell, contender.planner()).waiting())
                        .as("%s, %s", contender, cell)
                        .isGreaterThan(0.9 * best);
            }
        }
    }

    @Test
    void theSameRunsAreDrawnForEverySchedule() {
        Trial trial = new Trial(50, 10);
        Set<Situation> seen = ConcurrentHashMap.newKeySet();
        Set<Situation> seenByOther = ConcurrentHashMap.newKeySet();

        trial.of(FIVE_MINUTES, watched(seen, 30));
        trial.of(FIVE_MINUTES, watched(seenByOther, 60));

        assertThat(seen).hasSize(50).isEqualTo(seenByOther);
    }

    private static Schedule.Planner watched(Set<Situation> seen, double pace) {
        return situation -> {
            seen.add(situation);
            return Schedule.fixed(pace).before(situation);
        };
    }
}
