package io.syncstep.sync;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of the run of an execution that was ended from outside.
 *
 * @param message for a person: the task, the run, what was done, what to do next
 * @param request null when nothing was looked at
 * @param run null likewise
 */
public record Aftermath(
        Outcome outcome,
        String message,
        @Nullable Request request,
        @Nullable Run run) {

    public enum Outcome {
        /** The run was stopped. */
        STOPPED,
        /** Nothing of ours runs, or its stop call had been sent before. */
        NOTHING_TO_STOP,
        /** It goes on, and is not to be stopped or can't be. */
        GOES_ON,
        /** A run may be in progress, and only a person can tell. */
        IN_DOUBT,
        /** It could not be learned or stopped just now: to be tried again. */
        NOT_SETTLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Nothing was started, as far back as the execution came. */
    public static Aftermath nothing(String message) {
        return new Aftermath(Outcome.NOTHING_TO_STOP, message, null, null);
    }
}
