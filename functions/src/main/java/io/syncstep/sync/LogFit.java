package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

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
    private static final int ROUNDS = 4;

    /** What is expected of a task of which nothing is known: runs that differ by a fifth, with the weight of one run. */
    private static final double EXPECTED_WIDTH = 0.2;

    /** At least one duration is needed. */
    static LogFit of(PastDurations past) {
        double[] logs = past.seconds().stream()
                .mapToDouble(seconds -> Math.log(seconds))
                .toArray();
        LogFit fit = weighted(logs, null);
        for (int round = 1; round < ROUNDS; round++) {
            fit = weighted(logs, fit);
        }
        return fit;
    }

    private static LogFit weighted(double[] logs, @Nullable LogFit before) {
        double faded = 1;
        double count = 0;
        double squares = 0;
        double weights = 0;
        double sum = 0;
        double sumOfSquares = 0;
        for (double log : logs) {
            double off = log - logs[0];
            double weight = before == null ? faded : faded * before.trust(log);
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
