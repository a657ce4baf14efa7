package io.syncstep.sync;

/** How to judge a run that finished with some rows rejected. */
public enum OnWarning {
    FAIL,
    SUCCEED
}
