package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/** Exit statuses of the phases of an extraction: 0 is good, null is not known. */
public record Phases(
        @Nullable Long discovery,
        @Nullable Long tap,
        @Nullable Long target) {

    /** Whether any of them is known. */
    public boolean isKnown() {
        return discovery != null || tap != null || target != null;
    }
}
