package io.syncstep.benchmarks.waiting;

/**
 * What waiting for a run has cost.
 *
 * @param delay from its end to the check that noticed it, in seconds
 * @param checks how many there were, that one included
 */
record Cost(double delay, double checks) {

    /** What a check is worth, in seconds of delay. */
    static final double OF_A_CHECK = 2;

    static final Cost NONE = new Cost(0, 0);

    double waiting() {
        return delay + OF_A_CHECK * checks;
    }

    Cost plus(Cost other) {
        return new Cost(delay + other.delay, checks + other.checks);
    }

    Cost dividedBy(int runs) {
        return new Cost(delay / runs, checks / runs);
    }
}
