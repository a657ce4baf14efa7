package io.syncstep.sync;

/** What a provider's stop call stops. */
public enum StopCall {
    /** There is no such call. */
    NONE,
    /** Whatever runs for the task: only to be sent right after a look has shown that this is ours. */
    WHATEVER_RUNS,
    /** Our run, by its id, and nothing else: may be sent although the last look brought no answer. */
    OUR_RUN
}
