package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/**
 * What a function answers the state machine.
 *
 * @param waitSeconds how long to wait before {@code next}, in whole seconds
 * @param run what to remember, or null when there is nothing
 * @param report what the execution ends with, or null while it goes on
 */
public record Answer(
        Next next,
        long waitSeconds,
        @Nullable Run run,
        @Nullable Report report) {

    static Answer goOn(Next next, long waitSeconds, Run run) {
        return new Answer(next, waitSeconds, run, null);
    }

    public static Answer fail(Report.Failure failure) {
        return new Answer(Next.FAIL, 0, failure.run(), failure);
    }
}
