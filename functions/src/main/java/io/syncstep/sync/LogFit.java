package io.syncstep.sync;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A bell curve over the logarithms of past durations, with its uncertainty: a Student t distribution, which is broad for
 * few runs and draws closer with each. Logarithms, because a duration varies by a share of itself, not by seconds.
 *
 * <p>Two things must not fool it. A trend: each run counts a fifth less than the one after it. And the one run that was
 * unlike the others, such as a full resync: the further a run lies off, the less it counts, as if the curve had long
 * tails itself (the weights are those of an iterated fit of a Student t with four degrees of freedom: Lange, Little and
 * Taylor, 1989).
 *
 * @param middle the natural logarithm of the usual duration in seconds
 * @param width of the curve, on the same scale
 * @param freedom degrees of freedom
 */
record LogFit(double middle, double width, double freedom) {

    private static final double FADING = 0.8;
    private static final double TAILS = 4;
    private static final int ROUNDS = 3;

    /** A normal distribution's width, by the distance that half of it keeps to the middle. */
    private static final double OF_A_MEDIAN = 1.4826;

    /** What is expected of a task of which nothing is known: runs that differ by a fifth, with the weight of one run. */
    private static final double EXPECTED_WIDTH = 0.2;

    /** At least one duration is needed. */
    static LogFit of(PastDurations past) {
        double[] logs = past.seconds().stream()
                .mapToDouble(seconds -> Math.log(seconds))
                .toArray();
        LogFit fit = rough(logs);
        for (int round = 0; round < ROUNDS; round++) {
            fit = weighted(logs, fit);
        }
        return fit;
    }

    /**
     * Where half of the weight lies to either side, and how far off half of it lies: where the newest run is the odd one, a mean
     * would be drawn so far to it that the others seemed odd.
     */
    private static LogFit rough(double[] logs) {
        double middle = median(logs);
        double off =
                median(Arrays.stream(logs).map(log -> Math.abs(log - middle)).toArray());
        return new LogFit(middle, Math.max(EXPECTED_WIDTH, OF_A_MEDIAN * off), TAILS);
    }

    /** The newest value first; each counts a fifth less than the one before it. */
    private static double median(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double half =
                IntStream.range(0, values.length).mapToDouble(LogFit::faded).sum() / 2;
        int at = 0;
        for (double below = faded(order[0]); below < half; below += faded(order[at])) {
            at++;
        }
        return values[order[at]];
    }

    private static double faded(int age) {
        return Math.pow(FADING, age);
    }

    private static LogFit weighted(double[] logs, LogFit before) {
        double faded = 1;
        double count = 0;
        double squares = 0;
        double weights = 0;
        double sum = 0;
        double sumOfSquares = 0;
        for (double log : logs) {
            double off = log - logs[0];
            double weight = faded * before.trust(log);
            count += faded;
            squares += faded * faded;
            weights += weight;
            sum += weight * off;
            sumOfSquares += weight * off * off;
            faded *= FADING;
        }
        double mean = sum / weights;
        double runs = count * count / squares;
        double variance = Math.max(0, sumOfSquares - weights * mean * mean) / count;
        double pooled = (EXPECTED_WIDTH * EXPECTED_WIDTH + runs * variance) / runs;
        return new LogFit(logs[0] + mean, Math.sqrt(pooled * (1 + 1 / runs)), runs);
    }

    private double trust(double log) {
        double off = (log - middle) / width;
        return (TAILS + 1) / (TAILS + off * off);
    }

    /** How likely a duration with this logarithm is, up to a constant factor. */
    double density(double log) {
        double off = (log - middle) / width;
        return Math.pow(1 + off * off / freedom, -(freedom + 1) / 2);
    }
}
