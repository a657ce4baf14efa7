package io.syncstep.benchmarks;

import java.util.Locale;

/**
 * A figure that has a bound.
 *
 * @param atLeast whether the bound is the least that is allowed, else the most
 */
public record Limit(String what, double measured, double bound, boolean atLeast) {

    public static Limit atMost(String what, double measured, double bound) {
        return new Limit(what, measured, bound, false);
    }

    public static Limit atLeast(String what, double measured, double bound) {
        return new Limit(what, measured, bound, true);
    }

    public boolean isKept() {
        return atLeast ? measured >= bound : measured <= bound;
    }

    /** As a row of a table in Markdown. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s %s | %s |%n",
                what,
                number(measured),
                atLeast ? "at least" : "at most",
                number(bound),
                isKept() ? "kept" : "**BROKEN**");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}
