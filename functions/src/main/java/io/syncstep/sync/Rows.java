package io.syncstep.sync;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Row counts of a run; null is what the provider does not tell. */
public record Rows(
        @Nullable Counts planned,
        @Nullable Counts successful,
        @Nullable Counts failed) {

    public record Counts(
            @Nullable Long added,
            @Nullable Long changed,
            @Nullable Long removed) {

        /** The sum, or empty when any of the three is unknown, or no count: a limit must not be kept by an overflow. */
        public OptionalLong total() {
            if (added == null || changed == null || removed == null || added < 0 || changed < 0 || removed < 0) {
                return OptionalLong.empty();
            }
            long total = added + changed;
            return total < 0 || total + removed < 0 ? OptionalLong.empty() : OptionalLong.of(total + removed);
        }
    }

    /** Rejected rows, or empty when they are not all known. */
    public OptionalLong rejected() {
        return failed == null ? OptionalLong.empty() : failed.total();
    }
}
