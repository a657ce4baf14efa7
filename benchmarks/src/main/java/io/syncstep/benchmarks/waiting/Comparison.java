package io.syncstep.benchmarks.waiting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Every schedule in every cell, after ten past runs. */
record Comparison(Map<Contender, Map<Cell, Cost>> costs, Map<Cell, Double> optimum) {

    static final int HISTORY = 10;

    static Comparison of(int runs) {
        Trial trial = new Trial(runs, HISTORY);
        Map<Contender, Map<Cell, Cost>> costs = new LinkedHashMap<>();
        for (Contender contender : Contender.ALL) {
            costs.put(contender, byCell(cell -> trial.of(cell, contender.planner())));
        }
        return new Comparison(costs, byCell(Optimum::of));
    }

    private static <T> Map<Cell, T> byCell(Function<Cell, T> measure) {
        Map<Cell, T> measured = new LinkedHashMap<>();
        Cell.ALL.forEach(cell -> measured.put(cell, measure.apply(cell)));
        return measured;
    }

    Cost cost(Contender contender, Cell cell) {
        return known(known(costs, contender), cell);
    }

    private static <K, V> V known(Map<K, V> measured, K key) {
        return Objects.requireNonNull(measured.get(key));
    }

    /** How many times what would be best. */
    double ratio(Contender contender, Cell cell) {
        return cost(contender, cell).waiting() / known(optimum, cell);
    }

    double meanRatio(Contender contender) {
        return Cell.ALL.stream()
                .mapToDouble(cell -> ratio(contender, cell))
                .average()
                .orElseThrow();
    }

    double worstRatio(Contender contender) {
        return Cell.ALL.stream()
                .mapToDouble(cell -> ratio(contender, cell))
                .max()
                .orElseThrow();
    }

    /** How many times cheaper the schedule with history is than another, at the least, over the spreads of a median. */
    double cheaperAtLeast(Contender other, double median) {
        return Cell.ALL.stream()
                .filter(cell -> cell.median() == median)
                .mapToDouble(cell -> cost(other, cell).waiting()
                        / cost(Contender.WITH_HISTORY, cell).waiting())
                .min()
                .orElseThrow();
    }

    String table() {
        String heads = Cell.ALL.stream().map(Cell::name).collect(Collectors.joining(" | "));
        StringBuilder table =
                new StringBuilder("| | " + heads + " | mean |\n|---|" + "---:|".repeat(Cell.ALL.size() + 1) + "\n");
        table.append(row("optimum, in seconds", "%.1f", cell -> known(optimum, cell)))
                .append(" |\n");
        for (Contender contender : costs.keySet()) {
            table.append(row(contender.name(), "%.2f", cell -> ratio(contender, cell)));
            table.append(String.format(Locale.ROOT, "**%.2f** |%n", meanRatio(contender)));
        }
        return table.toString();
    }

    String checksTable() {
        StringBuilder table = new StringBuilder();
        for (Contender contender : List.of(Contender.WITH_HISTORY, Contender.WITHOUT_HISTORY, Contender.EVERY_THREE)) {
            table.append(row(
                            contender.name() + ": checks",
                            "%.1f",
                            cell -> cost(contender, cell).checks()))
                    .append(" |\n");
            table.append(row(
                            contender.name() + ": delay, s",
                            "%.1f",
                            cell -> cost(contender, cell).delay()))
                    .append(" |\n");
        }
        String heads = Cell.ALL.stream().map(Cell::name).collect(Collectors.joining(" | "));
        return "| | " + heads + " | |\n|---|" + "---:|".repeat(Cell.ALL.size() + 1) + "\n" + table;
    }

    private static String row(String name, String format, ToDoubleFunction<Cell> figure) {
        return Cell.ALL.stream()
                .map(cell -> String.format(Locale.ROOT, format, figure.applyAsDouble(cell)))
                .collect(Collectors.joining(" | ", "| " + name + " | ", " | "));
    }
}
