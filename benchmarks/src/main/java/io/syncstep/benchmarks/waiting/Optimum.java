package io.syncstep.benchmarks.waiting;

/**
 * The least that waiting can cost when the distribution of durations is known exactly, checks may come at any instant and no
 * bound holds: by dynamic programming over 4,000 instants, each against each. It is written plainly, and apart from the
 * product's own, so that a mistake there does not show in its measure as well.
 */
final class Optimum {

    private static final int INSTANTS = 4_000;

    private final Cell cell;
    private final double step;
    private final double[] survival = new double[INSTANTS + 1];
    private final double[] lived = new double[INSTANTS + 1];

    private Optimum(Cell cell) {
        this.cell = cell;
        this.step = cell.median() * Math.exp(4.5 * cell.sigma()) / INSTANTS;
    }

    /** The mean cost in seconds. */
    static double of(Cell cell) {
        Optimum optimum = new Optimum(cell);
        optimum.survive();
        return optimum.least();
    }

    /** The chance of lasting longer than each instant, and its integral from 0 on. */
    private void survive() {
        for (int i = INSTANTS; i > 0; i--) {
            survival[i - 1] = survival[i] + cell.density((i - 0.5) * step) * step;
        }
        for (int i = 1; i <= INSTANTS; i++) {
            lived[i] = lived[i - 1] + step * (survival[i - 1] + survival[i]) / 2;
        }
    }

    private double least() {
        double[] cost = new double[INSTANTS + 1];
        for (int from = INSTANTS - 1; from >= 0; from--) {
            double least = Double.POSITIVE_INFINITY;
            for (int to = from + 1; to <= INSTANTS; to++) {
                double delay = survival[from] * step * (to - from) - (lived[to] - lived[from]);
                least = Math.min(least, delay + survival[from] * Cost.OF_A_CHECK + cost[to]);
            }
            cost[from] = least;
        }
        return cost[0] / survival[0];
    }
}
