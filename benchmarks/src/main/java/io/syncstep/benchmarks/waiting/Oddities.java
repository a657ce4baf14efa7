package io.syncstep.benchmarks.waiting;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** What becomes of the cost where the past is short or misleading, or where the provider tells the progress. */
record Oddities(Map<String, Double> ratios) {

    static Oddities of(int runs, Map<Cell, Double> optimum) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (int history : new int[] {1, 2, 3, 5, 10, 20}) {
            String name = history == 1 ? "1 past run" : history + " past runs";
            ratios.put(name, mean(new Trial(runs, history), Syncstep.withHistory(), optimum));
        }
        ratios.put("10, each 5 % longer than the one before", mean(trial(runs, age -> Math.pow(1.05, -age)), optimum));
        ratios.put("10, one of them 8 times as long", mean(trial(runs, age -> age == 4 ? 8 : 1), optimum));
        ratios.put("10, the newest 8 times as long", mean(trial(runs, age -> age == 1 ? 8 : 1), optimum));
        ratios.put("10, the newest an eighth as long", mean(trial(runs, age -> age == 1 ? 1 / 8.0 : 1), optimum));
        ratios.put("10, all of them 3 times as long", mean(trial(runs, age -> 3), optimum));
        ratios.put("10, all of them a third as long", mean(trial(runs, age -> 1 / 3.0), optimum));
        return new Oddities(ratios).withProgress(runs, optimum);
    }

    private Oddities withProgress(int runs, Map<Cell, Double> optimum) {
        ratios.put("none, and progress told truly", told(runs, 0, (age, all) -> age / all, optimum));
        ratios.put(
                "none, and progress that stops at 0.54",
                told(runs, 0, (age, all) -> Math.min(0.54, age / all), optimum));
        ratios.put("10, and progress told truly", told(runs, 10, (age, all) -> age / all, optimum));
        ratios.put(
                "10, and progress that stops at 0.54",
                told(runs, 10, (age, all) -> Math.min(0.54, age / all), optimum));
        return this;
    }

    private static Trial trial(int runs, DoubleUnaryOperator changed) {
        return new Trial(runs, Comparison.HISTORY, changed);
    }

    private static double mean(Trial trial, Map<Cell, Double> optimum) {
        return mean(trial, Syncstep.withHistory(), optimum);
    }

    private static double told(int runs, int history, Syncstep.Progress progress, Map<Cell, Double> optimum) {
        return mean(new Trial(runs, history), Syncstep.told(progress), optimum);
    }

    private static double mean(Trial trial, Schedule.Planner planner, Map<Cell, Double> optimum) {
        return optimum.entrySet().stream()
                .mapToDouble(cell -> trial.of(cell.getKey(), planner).waiting() / cell.getValue())
                .average()
                .orElseThrow();
    }

    String table() {
        StringBuilder table = new StringBuilder("| past runs | mean of the nine |\n|---|---:|\n");
        ratios.forEach((name, ratio) -> table.append(String.format(Locale.ROOT, "| %s | %.2f |%n", name, ratio)));
        return table.toString();
    }
}
