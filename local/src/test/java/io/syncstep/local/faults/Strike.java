package io.syncstep.local.faults;

import java.util.Set;

/**
 * A fault and where it strikes: the calls of a function for these purposes, from the {@code from}-th to the {@code to}-th.
 *
 * @param done whether what was asked is done before it goes wrong
 */
record Strike(String name, Set<Purpose> purposes, int from, int to, boolean done, Mishap mishap) {

    boolean hits(Purpose purpose, int count) {
        return purposes.contains(purpose) && from <= count && count <= to;
    }

    @Override
    public String toString() {
        String calls = to == Integer.MAX_VALUE ? from + "…" : from == to ? "" + from : from + "–" + to;
        return name + " at " + purposes + " " + calls + (done ? ", done" : ", not done");
    }
}
