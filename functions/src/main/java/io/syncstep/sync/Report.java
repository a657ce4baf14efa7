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
     * @param request null when it could not be read
     * @param run null when nothing is known of one
     * @param httpStatus the provider's code, where one explains the failure
     */
    record Failure(
            SyncError error,
            String message,
            @Nullable Request request,
            @Nullable Run run,
            @Nullable Integer httpStatus) implements Report {}
}
