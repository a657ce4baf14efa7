package io.syncstep.sync;

/** How a run has ended. */
public enum Verdict {
    SUCCEEDED,
    /** It failed, or too many of its rows did. */
    FAILED,
    /** Somebody or something stopped it at the provider. */
    CANCELLED,
    /** It has ended, and the provider no longer tells how. */
    UNKNOWN
}
