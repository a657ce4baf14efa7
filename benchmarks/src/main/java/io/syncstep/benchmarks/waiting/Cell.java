package io.syncstep.benchmarks.waiting;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A task whose runs take a log-normal time.
 *
 * @param median in seconds
 * @param sigma the standard deviation of the logarithm: 0.1 is a steady task, 0.8 a wild one
 */
record Cell(double median, double sigma) {

    static final List<Cell> ALL = Stream.of(30.0, 300.0, 1800.0)
            .flatMap(median -> Stream.of(0.1, 0.35, 0.8).map(sigma -> new Cell(median, sigma)))
            .toList();

    double draw(RandomGenerator random) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** The density at a duration. */
    double density(double seconds) {
        double off = Math.log(seconds / median) / sigma;
        return Math.exp(-off * off / 2) / (seconds * sigma * Math.sqrt(2 * Math.PI));
    }

    String name() {
        String unit = median < 60 ? "%.0f s" : "%.0f min";
        return String.format(Locale.ROOT, unit + ", σ %s", median < 60 ? median : median / 60, sigma);
    }
}
