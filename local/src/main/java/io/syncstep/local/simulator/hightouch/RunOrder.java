package io.syncstep.local.simulator.hightouch;

/** The direction of the run list, which Hightouch does not document. */
public enum RunOrder {
    ASCENDING,
    DESCENDING
}
