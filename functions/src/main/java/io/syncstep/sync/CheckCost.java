package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/**
 * What a check is worth: so many seconds of delay in noticing the end of a run. Less makes checks more frequent.
 *
 * @param seconds 0.1..60, default 2
 */
public record CheckCost(double seconds) {

    /** The environment variable that sets it; the template's parameter {@code CheckCostSeconds} does. */
    public static final String VARIABLE = "SYNCSTEP_CHECK_COST_SECONDS";

    public static final CheckCost USUAL = new CheckCost(2);

    private static final double LEAST = 0.1;
    private static final double MOST = 60;

    public CheckCost {
        if (!(seconds >= LEAST && seconds <= MOST)) {
            throw new IllegalArgumentException(VARIABLE + " must be 0.1..60, got " + seconds);
        }
    }

    /**
     * What the variable says. Absent, empty, or anything that the template would have refused: the default, since how often
     * is checked must never be why a sync fails.
     */
    public static CheckCost of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return USUAL;
        }
        try {
            return new CheckCost(Double.parseDouble(text));
        } catch (IllegalArgumentException refused) {
            return USUAL;
        }
    }
}
