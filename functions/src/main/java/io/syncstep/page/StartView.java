package io.syncstep.page;

import io.syncstep.overview.AccountName;
import org.jspecify.annotations.Nullable;

/** What became of the wish to start a run. */
public record StartView(AccountName account, String taskId, Result result) {

    /** One of three things. */
    public sealed interface Result {

        /** It was started now. */
        record Started(String execution, @Nullable String url) implements Result {}

        /** This very button had started it before: nothing was started now. */
        record AlreadyStarted(String execution, @Nullable String url) implements Result {}

        /** Nothing was started. */
        record NotStarted(String message) implements Result {}
    }
}
