package io.syncstep.benchmarks.waiting;

import io.syncstep.benchmarks.Limit;
import io.syncstep.benchmarks.Section;
import io.syncstep.sync.DurationEstimate;
import io.syncstep.sync.PastDurations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.options.TimeValue;

/** The benchmark of the waiting cost: delay in noticing the end of a run, plus 2 s for each check. */
public final class WaitingCostReport {

    private static final String PLOT = "waiting-cost.svg";
    private static final Cell STEADY_FIVE_MINUTES = new Cell(300, 0.1);
    private static final int USUAL_CHECKS = 5;
    private static final double DAY = 86_400;

    private WaitingCostReport() {}

    /** From so many runs in each cell. */
    public static Section of(int runs) {
        Comparison comparison = Comparison.of(runs);
        Oddities oddities = Oddities.of(Math.max(1, runs / 5), comparison.optimum());
        List<Cost> usual =
                new Trial(runs, Comparison.HISTORY).ofTheUsualRun(STEADY_FIVE_MINUTES, Syncstep.withHistory());
        return new Section(
                "waiting-cost",
                tables(runs, comparison, oddities, usual),
                limits(comparison, usual),
                Map.of(PLOT, CostPlot.of(Math.max(1, runs / 10))));
    }

    private static String tables(int runs, Comparison comparison, Oddities oddities, List<Cost> usual) {
        return String.format(Locale.ROOT, "Waiting cost as a multiple of the optimum; %,d runs in each cell.%n%n", runs)
                + comparison.table()
                + "\nWhat it is made of:\n\n"
                + comparison.checksTable()
                + "\nThe same where less is known, or something that is not so:\n\n"
                + oddities.table()
                + String.format(
                        Locale.ROOT,
                        "%nOf the runs that take as long as usual, 5 min, σ 0.1, %.0f %% need more than %d checks.%n",
                        100 * shareAbove(USUAL_CHECKS, usual),
                        USUAL_CHECKS)
                + String.format(
                        Locale.ROOT,
                        "%nOne decision takes %.2f ms, once it is warm.%n",
                        Decision.milliseconds(TimeValue.milliseconds(Math.min(1_000, runs))));
    }

    private static List<Limit> limits(Comparison comparison, List<Cost> usual) {
        Contender history = Contender.WITH_HISTORY;
        return List.of(
                Limit.atMost("10 past runs, mean of the nine, times the optimum", comparison.meanRatio(history), 1.2),
                Limit.atMost("10 past runs, the worst of the nine", comparison.worstRatio(history), 1.5),
                Limit.atMost("no past run, mean of the nine", comparison.meanRatio(Contender.WITHOUT_HISTORY), 2.2),
                Limit.atLeast(
                        "cheaper than every 3 s, 5 min", comparison.cheaperAtLeast(Contender.EVERY_THREE, 300), 4),
                Limit.atLeast(
                        "cheaper than every 3 s, 30 min", comparison.cheaperAtLeast(Contender.EVERY_THREE, 1800), 10),
                Limit.atMost(
                        "checks of a run that takes as long as usual, 5 min, σ 0.1, mean", mean(usual), USUAL_CHECKS),
                Limit.atMost("checks of a day without an end, no past run", dayOf(PastDurations.NONE), 399),
                Limit.atMost("checks of a day without an end, past runs of 5 min", dayOf(fiveMinutes()), 399),
                crowd("no past run", DurationEstimate.unknown()),
                crowd("past runs of 5 min", DurationEstimate.like(fiveMinutes())));
    }

    private static Limit crowd(String past, DurationEstimate estimate) {
        return Limit.atMost(
                "1,000 tasks at once: checks in the fullest second, " + past, Midnight.fullestSecond(estimate), 250);
    }

    private static double mean(List<Cost> costs) {
        return costs.stream().mapToDouble(Cost::checks).average().orElseThrow();
    }

    private static double shareAbove(int checks, List<Cost> costs) {
        return (double) costs.stream().filter(cost -> cost.checks() > checks).count() / costs.size();
    }

    private static double dayOf(PastDurations past) {
        return Syncstep.withHistory()
                .before(new Situation(past, DAY, 0))
                .of(DAY)
                .checks();
    }

    private static PastDurations fiveMinutes() {
        return new PastDurations(List.of(300L, 310L, 290L, 305L, 295L));
    }
}
