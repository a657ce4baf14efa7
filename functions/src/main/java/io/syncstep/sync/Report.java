package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/** What an execution ends with. */
public sealed interface Report {

    /** It succeeded. */
    record Result(Request request, Run run, String message) implements Report {}

    /**
     * It failed.
     *
     * @param message for a person: what was asked, what came back, what to do next
     * @param run null when nothing is known of one
     * @param httpStatus the provider's code, where one explains the failure
     */
    record Failure(
            SyncError error,
            String message,
            Asked asked,
            @Nullable Run run,
            @Nullable Integer httpStatus) implements Report {

        public Failure(
                SyncError error, String message, Request request, @Nullable Run run, @Nullable Integer httpStatus) {
            this(error, message, Asked.by(request), run, httpStatus);
        }
    }
}
