package io.syncstep.handlers;

import io.syncstep.dbt.DbtTaskList;
import io.syncstep.hightouch.HightouchTaskList;
import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.Limits;
import io.syncstep.http.TimeBudget;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.Patience;
import io.syncstep.overview.TaskList;
import io.syncstep.stitch.OverviewShelves;
import io.syncstep.stitch.StitchTaskList;
import java.time.Duration;
import java.util.function.Function;

/** Finds a provider's list of tasks for an account. Kept over several overviews, it keeps them within a provider's budget. */
public final class TaskLists implements Function<AccountName, TaskList> {

    /** 6 s for a call, so that it can be made three times; 18 s for an account, so that what was read is told within 20. */
    public static final Limits LIMITS = new Limits(Duration.ofSeconds(6), Limits.USUAL.write(), Duration.ofSeconds(18));

    /** Those of all that is read beside the lists, too. */
    final AccountApis apis;

    /** Likewise. */
    final OverviewShelves shelves;

    /**
     * Lists under the credentials of this wiring.
     *
     * @param wiring whose limits are those of an account, best {@link #LIMITS}
     */
    public TaskLists(Wiring wiring) {
        this(wiring, new Http());
    }

    TaskLists(Wiring wiring, Http http) {
        this.apis = new AccountApis(wiring, http);
        this.shelves = new OverviewShelves(wiring.clock());
    }

    @Override
    public TaskList apply(AccountName name) {
        TimeBudget budget = apis.budget();
        Api api = apis.of(name, budget);
        Patience patience = new Patience(budget);
        return switch (name.provider()) {
            case HIGHTOUCH -> new HightouchTaskList(api, patience);
            case STITCH -> new StitchTaskList(api, shelves, patience);
            case DBT -> new DbtTaskList(api, patience);
        };
    }
}
