package io.syncstep.dbt;

import io.syncstep.http.Fields;
import io.syncstep.overview.Listed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the last runs of a job.
 *
 * @param latest the last one, ended or not
 * @param ended the last one that has ended
 * @param known whether a job without a run never had one; else its last run may only be too old to be listed
 */
record LastRuns(@Nullable DbtRun latest, @Nullable DbtRun ended, boolean known) {

    /** Those of a job among the account's newest runs, which come newest first. */
    static LastRuns among(Listed<DbtRun> newest, String jobId) {
        List<DbtRun> runs = newest.rows().stream()
                .filter(run -> jobId.equals(Fields.id(run.json(), "job_definition_id")))
                .toList();
        DbtRun ended = runs.stream()
                .filter(run -> !run.status().isInProgress())
                .findFirst()
                .orElse(null);
        boolean all = newest.isWhole() && newest.rows().size() < DbtApi.PAGE;
        return new LastRuns(runs.isEmpty() ? null : runs.getFirst(), ended, all);
    }

    /** The end of the last run that has one, else the start of the one in progress. */
    @Nullable
    Instant lastRunAt() {
        Instant latestEnd = latest == null ? null : latest.finishedAt();
        if (latestEnd != null) {
            return latestEnd;
        }
        Instant end = ended == null ? null : ended.finishedAt();
        return end != null || latest == null ? end : latest.startedAt();
    }
}
