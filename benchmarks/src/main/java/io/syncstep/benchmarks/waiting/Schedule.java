package io.syncstep.benchmarks.waiting;

/** When a run is checked. */
interface Schedule {

    /** Knows everything that may be known before a run. */
    interface Planner {
        Schedule before(Situation situation);
    }

    /**
     * The wait until the next check, in seconds.
     *
     * @param elapsed age of the run in seconds
     * @param check number of the check that was just made, 0 before the first
     */
    double next(double elapsed, int check);

    /** What it costs to wait so for a run that takes so many seconds. */
    default Cost of(double duration) {
        double age = 0;
        int checks = 0;
        while (age < duration) {
            age += next(age, checks);
            checks++;
        }
        return new Cost(age - duration, checks);
    }

    /** Every so many seconds. */
    static Planner fixed(double seconds) {
        return situation -> (elapsed, check) -> seconds;
    }

    /** 2 s, and half as long again each time, up to a minute. */
    static Planner exponential() {
        return situation -> (elapsed, check) -> Math.min(60, 2 * Math.pow(1.5, check));
    }
}
