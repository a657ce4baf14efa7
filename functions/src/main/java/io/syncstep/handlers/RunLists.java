package io.syncstep.handlers;

import io.syncstep.dbt.DbtTaskRuns;
import io.syncstep.hightouch.HightouchTaskRuns;
import io.syncstep.http.Api;
import io.syncstep.http.TimeBudget;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.Patience;
import io.syncstep.overview.TaskRuns;
import io.syncstep.stitch.OverviewShelves;
import io.syncstep.stitch.StitchTaskRuns;
import java.util.function.Function;

/** Finds the latest runs of an account's tasks. What it finds is for one look, whose time begins at once. */
public final class RunLists implements Function<AccountName, TaskRuns> {

    private final AccountApis apis;
    private final OverviewShelves shelves;

    /**
     * Runs under the credentials of these lists.
     *
     * @param lists with which connections and what was read are shared, so that both together stay within a provider's budget
     */
    public RunLists(TaskLists lists) {
        this.apis = lists.apis;
        this.shelves = lists.shelves;
    }

    @Override
    public TaskRuns apply(AccountName name) {
        TimeBudget budget = apis.budget();
        Api api = apis.of(name, budget);
        Patience patience = new Patience(budget);
        return switch (name.provider()) {
            case HIGHTOUCH -> new HightouchTaskRuns(api, patience);
            case STITCH -> new StitchTaskRuns(api, shelves, patience);
            case DBT -> new DbtTaskRuns(api, patience);
        };
    }
}
