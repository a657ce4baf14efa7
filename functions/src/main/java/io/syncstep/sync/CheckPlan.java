package io.syncstep.sync;

/**
 * The best next check of a run whose duration is known as a {@link DurationEstimate}: the one that costs least, if all
 * later ones are chosen best as well.
 *
 * <p>Counted backwards (dynamic programming). Let S(t) be the chance that the run lasts longer than t, and X(t) the time
 * still waited, plus the price of all checks, after a check at t that found it going, each times S(t). To look next at u
 * costs S(t)·(u − t) of waiting and S(t)·c for the check, and then X(u):
 *
 * <pre>X(t) = min over u > t of S(t)·(u − t + c) + X(u)</pre>
 *
 * For each u that is a straight line in S(t), so the minimum is the lower hull of lines, and one pass over the durations
 * finds it (the "convex hull trick"): 2,400 durations take about a tenth of a millisecond.
 */
final class CheckPlan {

    private final double[] survival;
    private final double cost;
    private final double[] price = new double[DurationEstimate.POINTS];
    private final int[] hull = new int[DurationEstimate.POINTS];
    private int first;
    private int last = -1;

    private CheckPlan(DurationEstimate estimate, double cost) {
        this.survival = estimate.survival();
        this.cost = cost;
    }

    /**
     * The time from now to the next check, in seconds.
     *
     * @param elapsed age of the run in seconds
     * @param cost what a check costs, in seconds of delay
     */
    static double wait(DurationEstimate estimate, double elapsed, double cost) {
        int now = DurationEstimate.indexAt(elapsed);
        int next = now < DurationEstimate.POINTS - 1 ? new CheckPlan(estimate, cost).after(now) : now;
        return Math.max(0, DurationEstimate.seconds(next) - elapsed);
    }

    private int after(int now) {
        add(DurationEstimate.POINTS - 1);
        for (int i = DurationEstimate.POINTS - 2; i > now; i--) {
            int next = best(survival[i]);
            double wait = DurationEstimate.seconds(next) - DurationEstimate.seconds(i);
            price[i] = survival[i] * (wait + cost) + price[next];
            add(i);
        }
        return best(survival[now]);
    }

    /** Earlier checks are better the likelier the run still goes, which it is the more, the further back we come. */
    private int best(double alive) {
        while (first < last && at(hull[first + 1], alive) <= at(hull[first], alive)) {
            first++;
        }
        return hull[first];
    }

    private double at(int check, double alive) {
        return alive * DurationEstimate.seconds(check) + price[check];
    }

    private void add(int check) {
        while (first < last && crossing(hull[last - 1], check) <= crossing(hull[last - 1], hull[last])) {
            last--;
        }
        hull[++last] = check;
    }

    /** The chance from which on the earlier of two checks is the better one. */
    private double crossing(int later, int earlier) {
        return (price[earlier] - price[later]) / (DurationEstimate.seconds(later) - DurationEstimate.seconds(earlier));
    }
}
