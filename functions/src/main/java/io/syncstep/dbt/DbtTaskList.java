package io.syncstep.dbt;

import io.syncstep.http.Api;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Pages;
import io.syncstep.overview.Patience;
import io.syncstep.overview.TaskList;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.Read;

/**
 * The jobs of one account, each with its last run, which the list of jobs brings along. Where it does not, the newest runs of the
 * account are read as well.
 */
public final class DbtTaskList implements TaskList {

    private final Api api;
    private final DbtApi dbt;
    private final Patience patience;

    public DbtTaskList(Api api, Patience patience) {
        this.api = api;
        this.dbt = new DbtApi(api);
        this.patience = patience;
    }

    @Override
    public Listed<TaskState> read() {
        Listed<ListedJob> all = new Pages<>("jobs", ListedJob::id, patience).byOffset(this::jobs);
        Listed<ListedJob> jobs =
                new Listed<>(all.rows().stream().filter(job -> !job.deleted()).toList(), all.problem());
        if (jobs.rows().stream().allMatch(ListedJob::isRunTold)) {
            return jobs.map(job -> job.state(api, job.runs()));
        }
        Listed<DbtRun> newest = newestRuns();
        return jobs.map(job -> job.state(api, job.isRunTold() ? job.runs() : LastRuns.among(newest, job.id())))
                .joinedWith(newest);
    }

    private Read<Pages.Page<ListedJob>> jobs(long offset) {
        return dbt.jobs(offset).map(page -> page.map(row -> ListedJob.of(row, api)));
    }

    /** One page: what is older than the account's newest hundred runs is not worth more requests. */
    private Listed<DbtRun> newestRuns() {
        return new Pages<DbtRun>("runs", DbtRun::mustHaveId, patience).once(dbt::newestRuns);
    }
}
