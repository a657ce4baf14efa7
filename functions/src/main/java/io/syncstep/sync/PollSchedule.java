package io.syncstep.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next check of a run: a pure function of the run's age, of how long runs like it took, of its
 * progress, and of bounds.
 *
 * <p><b>What is at stake.</b> A check costs money and a part of the provider's limit on calls; a check that comes late costs
 * time, for whoever waits for the data. So one check is counted as {@link CheckCost} seconds of delay (2 by default), and
 * the sum of delay and checks is made small.
 *
 * <p><b>Hazard rates, for who never heard of them.</b> The hazard rate h(t) of a run is the chance that it ends in the next
 * second, given that it still goes at age t. A sync that always takes five minutes has a hazard of almost nothing for the
 * first four, and a high one around the fifth: there checks are worth their price, before they are not. Let n be the checks
 * per second. They cost c·n per second, and a run that ends between two checks is noticed 1/(2n) late on average, which
 * costs h/(2n) per second. The sum is least at
 *
 * <pre>n = √(h / 2c)</pre>
 *
 * (Barlow, Hunter and Proschan, "Optimum checking procedures", 1963; Keller, "Optimum checking schedules", 1974.) Twice as
 * many checks take a hazard that is four times higher.
 *
 * <p><b>Without history</b> nothing is known but the age, and the hazard falls with it: h = 1/(2t), since what has gone on
 * for an hour will hardly end this very second. Then checks are best at c·k² seconds, so that after t seconds the next one
 * comes c + 2·√(c·t) later: 24 s after a minute, 51 s after five, 172 s after an hour. The very first, at c, is left out, as
 * hardly any run ends that soon: they come at about 8, 18, 32, 50 s.
 *
 * <p><b>With history</b> the hazard follows from the durations of past runs, and where few checks fit, √(h/2c) is too rough:
 * {@link CheckPlan} finds the same optimum exactly.
 *
 * <p><b>Bounds.</b> Those of the request hold, then those of the provider, and above both the limits that nobody can lift: a
 * day's checks must fit into the 25,000 events of an execution's history, so that a wait is never below 1/250 of the time
 * since the execution's start. Waits are whole seconds, as Step Functions counts them.
 *
 * <p><b>Jitter.</b> Each of the whole seconds around the best one is as likely: two to either side of it (a quarter of it, where
 * it is shorter than eight), or where that is more a twentieth of the wait, or of the one without history if that is shorter. At the
 * lower bound as many lie above it, at the upper one half of them below it; where the bounds are equal, there is one. The history
 * limit comes after it.
 */
public final class PollSchedule {

    /** To either side of a wait, in seconds, or as a share of it. */
    private static final double SPREAD_SECONDS = 2;

    private static final double SPREAD_OF_SHORT = 0.25;
    private static final double SPREAD = 0.05;
    private static final double DAY = 86_400;
    private static final long HISTORY_FRACTION = 250;

    private final double cost;
    private final Jitter jitter;
    private final double min;
    private final double max;

    /** A default gives way to the bound that was given. */
    public PollSchedule(Request request, Pace pace, CheckCost cost, Jitter jitter) {
        this.cost = cost.seconds();
        this.jitter = jitter;
        Duration least =
                request.minWait() != null ? request.minWait() : shorter(pace.min(), or(request.maxWait(), pace.min()));
        Duration most =
                request.maxWait() != null ? request.maxWait() : longer(pace.max(), or(request.minWait(), pace.max()));
        this.min = seconds(longer(least, pace.floor()));
        this.max = seconds(longer(most, pace.floor()));
    }

    /**
     * The wait until the next check.
     *
     * @param elapsed since what is waited for began
     * @param executionAge since the execution's start
     */
    public Duration next(DurationEstimate estimate, Duration elapsed, Duration executionAge) {
        double age = Math.max(0, seconds(elapsed));
        double best = knowsNothing(estimate, age) ? scaleFree(age) : CheckPlan.wait(estimate, age, cost);
        double bounded = Math.clamp(best, min, max);
        Duration asked = Duration.ofSeconds(spread(bounded, spreadOf(bounded, age)));
        return withinHistory(asked, executionAge);
    }

    /** Estimates end soon after a day: a run that was older when we attached to it has outlived all of them. */
    private static boolean knowsNothing(DurationEstimate estimate, double age) {
        return estimate.isScaleFree() || age >= DAY;
    }

    private double scaleFree(double age) {
        double known = Math.max(age, cost);
        return cost + 2 * Math.sqrt(cost * known) + known - age;
    }

    private long spread(double wait, double side) {
        double earliest = Math.max(min, wait - side);
        double latest = Math.min(max, earliest + 2 * side);
        return jitter.among(Math.round(earliest), Math.round(latest));
    }

    /** A share of the wait, or of the one without history where that is shorter: so much does no harm. */
    private double spreadOf(double wait, double age) {
        double share = SPREAD * Math.min(wait, scaleFree(age + wait));
        return Math.max(share, Math.min(SPREAD_SECONDS, SPREAD_OF_SHORT * wait));
    }

    /** The wait, or what the history limit makes of it: whatever is repeated must not fill an execution's history. */
    static Duration withinHistory(Duration wait, Duration executionAge) {
        return longer(wait, executionAge.dividedBy(HISTORY_FRACTION));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Duration or(@Nullable Duration given, Duration otherwise) {
        return given != null ? given : otherwise;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
