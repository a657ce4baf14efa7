package io.syncstep.page;

import io.syncstep.overview.AccountName;
import org.jspecify.annotations.Nullable;

/** A place where everything is a link: what it is called with stands in it. */
record LinksEverywhere() implements Actions {

    @Override
    public Control open(AccountName account, String taskId) {
        return new Control.Link("/task?id=" + taskId);
    }

    @Override
    public @Nullable Control back() {
        return new Control.Link("/");
    }

    @Override
    public @Nullable Control run(AccountName account, String taskId, boolean fullResync) {
        return new Control.Link("/task?id=" + taskId + "&ask=" + (fullResync ? "resync" : "run"));
    }

    @Override
    public Control filter() {
        return new Control.Link("/");
    }

    @Override
    public Control show(Filter filter) {
        return new Control.Link("/?part=" + filter.part());
    }
}
