package io.syncstep.sync;

/** What came of a stop call. */
public sealed interface StopAnswer {

    record Stopped() implements StopAnswer {}

    /** There was nothing to stop any more. */
    record HadEnded() implements StopAnswer {}

    /**
     * It did not come through, as far as is known.
     *
     * @param why for a person, free of secrets
     */
    record NotStopped(String why) implements StopAnswer {}
}
