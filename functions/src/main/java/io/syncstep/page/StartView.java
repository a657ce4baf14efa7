package io.syncstep.page;

import io.syncstep.overview.AccountName;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to start a run.
 *
 * @param again asks for the same start under the same name, or null where that would change nothing
 */
public record StartView(
        AccountName account,
        String taskId,
        Result result,
        @Nullable Control again) {

    /** One of four things. */
    public sealed interface Result {

        /** It was started now. */
        record Started(String execution, @Nullable String url) implements Result {}

        /** This very button had started it before: nothing was started now. */
        record AlreadyStarted(String execution, @Nullable String url) implements Result {}

        /** It may have been started, or not. Asked for under another name, it could be started twice. */
        record NotConfirmed(String execution, String message) implements Result {}

        /** Nothing was started. */
        record NotStarted(String message) implements Result {}
    }
}
