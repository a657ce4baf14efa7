package io.syncstep.local.page;

import io.syncstep.overview.AccountName;
import io.syncstep.page.Actions;
import io.syncstep.page.Control;
import io.syncstep.page.Filter;
import org.jspecify.annotations.Nullable;

/** Every action is a link: what it leads to asks before anything starts, without any script. */
final class PageActions implements Actions {

    /** The query's field that asks. */
    static final String ASK = "ask";

    static final String RUN = "run";
    static final String RESYNC = "resync";

    @Override
    public Control open(AccountName account, String taskId) {
        return new Control.Link(path(account, taskId));
    }

    @Override
    public Control back() {
        return new Control.Link("/");
    }

    @Override
    public @Nullable Control run(AccountName account, String taskId, boolean fullResync) {
        return !Order.isStartable(taskId)
                ? null
                : new Control.Link(path(account, taskId) + "?" + ASK + "=" + (fullResync ? RESYNC : RUN));
    }

    @Override
    public Control filter() {
        return new Control.Link("/");
    }

    @Override
    public Control show(Filter filter) {
        return new Control.Link("/?" + Encoded.fields(filter.fields()));
    }

    private static String path(AccountName account, String taskId) {
        return new Place.OneTask(account, taskId).path();
    }
}
