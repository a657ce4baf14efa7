package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/**
 * Where an execution stood when it was ended from outside.
 *
 * @param timedOut whether the state machine's own limit ended it, rather than somebody
 * @param next what the last answer said is next
 * @param underWay whether that had begun: its function was called, or about to be
 * @param lost how the platform had lost the answer to the start call, or null when it had not
 */
public record Abort(
        boolean timedOut,
        Next next,
        boolean underWay,
        @Nullable String lost) {

    /** Why nobody knows whether the last start call has started a run, or null when that is known. */
    @Nullable
    String doubt() {
        boolean starting = next == Next.START && underWay;
        return starting ? "the execution " + words() + " while it was sent" : lost;
    }

    /** For messages about the execution. */
    String words() {
        return timedOut ? "timed out" : "was aborted";
    }
}
