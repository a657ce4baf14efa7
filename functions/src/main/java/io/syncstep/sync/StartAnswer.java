package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/** What came of a start call. The cases differ in whether the provider may have started a run. */
public sealed interface StartAnswer {

    /** It runs, under this id. */
    record Started(String runId) implements StartAnswer {}

    /** Somebody's run is in progress, so nothing was started. */
    record AlreadyRunning() implements StartAnswer {}

    /** Surely not processed: no connection was made, or the provider throttles. May be sent again. */
    record NotProcessed(Trouble trouble, boolean throttled) implements StartAnswer {}

    /** Surely rejected: final. */
    record Rejected(Refusal refusal) implements StartAnswer {}

    /**
     * Anything else: a run may have been started. Never sent again on doubt, since a second call starts a second run.
     *
     * @param httpStatus the code with which the provider did answer, or null when nothing came
     */
    record InDoubt(String what, @Nullable Integer httpStatus) implements StartAnswer {}
}
