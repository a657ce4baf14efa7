package io.syncstep.page;

import io.syncstep.overview.AccountName;
import org.jspecify.annotations.Nullable;

/** What a person can do where the page is shown: in CloudWatch, or in a browser on the own machine. */
public interface Actions {

    /** Shows one task and its latest runs. */
    Control open(AccountName account, String taskId);

    /** Leads from there to the list, or null where closing what was opened does. */
    @Nullable
    Control back();

    /**
     * Starts a run, or null where this task can't be started. Asked for once per button that is shown, so that the start can have
     * a name: a repeat must start nothing twice.
     */
    @Nullable
    Control run(AccountName account, String taskId, boolean fullResync);

    /** Shows the list again, with the fields of the form that are named in {@link Filter} added to it. */
    Control filter();

    /** Shows the list under another filter. */
    Control show(Filter filter);
}
