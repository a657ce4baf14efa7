package io.syncstep.benchmarks.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Waiting cost against the usual duration of a task whose runs vary by a third, for all schedules. */
final class CostPlot {

    private static final double SIGMA = 0.35;
    private static final double SHORTEST = 10;
    private static final double LONGEST = 10_800;
    private static final int STEPS = 16;

    private CostPlot() {}

    static String of(int runs) {
        Trial trial = new Trial(runs, Comparison.HISTORY);
        List<Chart.Line> lines = new ArrayList<>();
        for (Contender contender : Contender.ALL) {
            boolean isOurs = contender.name().startsWith("Syncstep");
            lines.add(line(
                    contender.name(),
                    contender.color(),
                    isOurs ? 3 : 1.5,
                    cell -> trial.of(cell, contender.planner()).waiting()));
        }
        lines.add(line("optimum", "#000000", 1.5, Optimum::of));
        return new Chart(
                        "Waiting cost of a run: delay + 2 s for each check",
                        "usual duration (log-normal, σ 0.35)",
                        "mean cost",
                        new Axis(SHORTEST, LONGEST, 70, 620),
                        new Axis(3, 30_000, 450, 60))
                .with(lines);
    }

    private static Chart.Line line(String name, String color, double width, ToDoubleFunction<Cell> cost) {
        List<Chart.Point> points = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> SHORTEST * Math.pow(LONGEST / SHORTEST, (double) step / STEPS))
                .mapToObj(median -> new Chart.Point(median, cost.applyAsDouble(new Cell(median, SIGMA))))
                .toList();
        return new Chart.Line(name, color, width, points);
    }
}
