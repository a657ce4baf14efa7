package io.syncstep.benchmarks.waiting;

import java.util.List;

/**
 * A logarithmic axis of seconds.
 *
 * @param least value at the pixel {@code from}
 * @param most value at the pixel {@code to}
 */
record Axis(double least, double most, double from, double to) {

    private static final List<Integer> MARKS = List.of(3, 10, 30, 60, 300, 900, 1800, 3600, 10_800);

    double at(double value) {
        double share = Math.log(value / least) / Math.log(most / least);
        return from + (to - from) * Math.clamp(share, 0, 1);
    }

    List<Integer> marks() {
        return MARKS.stream().filter(mark -> mark >= least && mark <= most).toList();
    }

    static String label(int seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
