package io.syncstep.sync;

import java.time.Duration;

/**
 * How long a run will take, as far as that can be told: a chance for each of 2,400 durations up to 25 h, close together
 * where they are short ((i/8)² seconds), since a wait of some seconds matters to a run of a minute, not to one of an hour.
 * Adding up such chances takes the place of every formula.
 *
 * <p>It is mixed of two: what the past runs say ({@link LogFit}), and with a small weight that this run is unlike them.
 * Then it may break off at any time before, or go on without a scale: the chance that it ends in the next second falls as
 * 1/age, and P(longer than t) as 1/√t. So a run that outlives all history is followed as if there were none.
 */
public final class DurationEstimate {

    static final int POINTS = 2400;

    private static final int PER_ROOT = 8;
    private static final double FAR = 6;
    private static final double STRIDE = 1.05;
    private static final double UNLIKE_THE_OTHERS = 0.03;
    private static final double MAYBE_UNLIKE_THE_OTHERS = 0.5;
    private static final double PROGRESS_WIDTH = 0.5;
    private static final double PROGRESS_TRUST = 0.9;

    private final double[] chances;
    private final boolean scaleFree;

    private DurationEstimate(double[] chances, boolean scaleFree) {
        this.chances = chances;
        this.scaleFree = scaleFree;
    }

    /** Where nothing is known. */
    public static DurationEstimate unknown() {
        return new DurationEstimate(anyTime(), true);
    }

    /** Of a run like those before it. */
    public static DurationEstimate like(PastDurations past) {
        return past.isEmpty() ? unknown() : mixed(LogFit.of(past), UNLIKE_THE_OTHERS);
    }

    /** Of a run that may well differ from those before it: one that syncs everything anew, or only the rest. */
    static DurationEstimate perhapsLike(PastDurations past) {
        return past.isEmpty() ? unknown() : mixed(LogFit.of(past), MAYBE_UNLIKE_THE_OTHERS);
    }

    private static DurationEstimate mixed(LogFit fit, double unlike) {
        double[] chances = new double[POINTS];
        for (int i = PER_ROOT; i < POINTS; i++) {
            // 1/i is the share of itself by which one duration lies above the one before it, up to a constant factor.
            chances[i] = fit.density(Math.log(seconds(i))) / i;
        }
        chances[POINTS - 1] += beyond(fit);
        double all = sum(chances);
        double usual = PER_ROOT * Math.exp(fit.middle() / 2);
        for (int i = PER_ROOT; i < POINTS; i++) {
            chances[i] = (1 - unlike) * chances[i] / all + unlike * anyTime(i, usual);
        }
        chances[POINTS - 1] += unlike * longer(usual);
        return new DurationEstimate(chances, false);
    }

    /** All that lies beyond the last point, on the scale of the others: past runs of a week are no sign of an end within a day. */
    private static double beyond(LogFit fit) {
        double sum = 0;
        for (double i = POINTS; i < FAR * POINTS; i *= STRIDE) {
            sum += fit.density(2 * Math.log(i / PER_ROOT)) * Math.log(STRIDE);
        }
        return sum;
    }

    private static double[] anyTime() {
        double[] chances = new double[POINTS];
        for (int i = PER_ROOT; i < POINTS; i++) {
            chances[i] = 2 * anyTime(i, PER_ROOT);
        }
        chances[POINTS - 1] += 2 * longer(PER_ROOT);
        return chances;
    }

    /** Half of such runs end before the usual time, and half after it; on a scale of roots. */
    private static double anyTime(int i, double usual) {
        return i < usual ? 0.5 / usual : 0.5 * usual / ((double) i * (i + 1));
    }

    /** The half, or what of it lies beyond the last point: without it, a run would seem bound to end there. */
    private static double longer(double usual) {
        return Math.min(0.5, 0.5 * usual / POINTS);
    }

    /**
     * With what the provider tells of the progress. If the work went on as it did so far, it would take elapsed/ratio; but
     * the figure is known to stop short on runs that succeed. So it makes durations around that ten times more likely than
     * others, and rules nothing out. A ratio that is not between 0 and 1 says nothing.
     */
    public DurationEstimate told(double ratio, Duration elapsed) {
        if (!(ratio > 0 && ratio < 1) || elapsed.toSeconds() < 1) {
            return this;
        }
        LogFit forecast = new LogFit(Math.log(elapsed.toSeconds() / ratio), PROGRESS_WIDTH, 4);
        double[] told = new double[POINTS];
        for (int i = PER_ROOT; i < POINTS; i++) {
            told[i] = chances[i] * (1 - PROGRESS_TRUST + PROGRESS_TRUST * forecast.density(Math.log(seconds(i))));
        }
        return new DurationEstimate(told, false);
    }

    /** Whether nothing is known, so that a short formula gives the best wait. */
    boolean isScaleFree() {
        return scaleFree;
    }

    /** The chance of lasting longer than each duration, up to a constant factor. */
    double[] survival() {
        double[] survival = new double[POINTS];
        for (int i = POINTS - 2; i >= 0; i--) {
            survival[i] = survival[i + 1] + chances[i + 1];
        }
        return survival;
    }

    /** The duration with this index, in seconds. */
    static double seconds(int index) {
        double root = (double) index / PER_ROOT;
        return root * root;
    }

    /** The longest duration that is no longer than this. */
    static int indexAt(double seconds) {
        return (int) Math.min(POINTS - 1, PER_ROOT * Math.sqrt(Math.max(0, seconds)));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
