package io.syncstep.local.faults;

import java.util.function.Function;

/**
 * A kind of fault: a row of the table.
 *
 * @param lasting whether it strikes every call from there on; otherwise one
 * @param slow whether it takes the whole time that a call may take
 */
record Kind(String group, String name, Nature nature, boolean lasting, boolean slow, Function<Side, Mishap> mishap) {

    /** What a start call that meets it and is not processed looks like to its sender (section 9.1 of the contract). */
    enum Nature {
        /** The answer is the right one. */
        HARMLESS,
        SURELY_NOT_PROCESSED,
        SURELY_REJECTED,
        /** Nothing came. */
        IN_DOUBT,
        /** Something came that does not tell. */
        ANSWERED_IN_DOUBT,
        /** Something came or not: how much of an answer gets through a breaking connection is chance. */
        PERHAPS_ANSWERED,
        /** 503: to be repeated, once no run is found. */
        IN_DOUBT_AND_REPEATED
    }

    /** Whether the start call can have been processed all the same. */
    boolean canFollowProcessing() {
        return switch (nature) {
            case SURELY_NOT_PROCESSED, SURELY_REJECTED -> false;
            case HARMLESS, IN_DOUBT, ANSWERED_IN_DOUBT, PERHAPS_ANSWERED, IN_DOUBT_AND_REPEATED -> true;
        };
    }

    boolean isOfThePlatform() {
        return group.equals(Kinds.PLATFORM);
    }
}
