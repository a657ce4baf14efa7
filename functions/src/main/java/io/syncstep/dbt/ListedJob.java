package io.syncstep.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.http.Url;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API tells it; see <a href="https://docs.getdbt.com/dbt-cloud/api-v2">List jobs</a>.
 *
 * @param isRunTold whether its last run, or that there is none, came with it
 */
record ListedJob(
        String id,
        @Nullable String name,
        @Nullable String projectId,
        boolean deleted,
        boolean enabled,
        boolean scheduled,
        @Nullable Instant createdAt,
        boolean isRunTold,
        LastRuns runs) {

    private static final String LATEST = "most_recent_run";
    private static final String ENDED = "most_recent_completed_run";

    static ListedJob of(JsonNode row, Api api) {
        String name = Fields.text(row, "name");
        return new ListedJob(
                Objects.requireNonNull(Fields.id(row, "id")),
                name == null ? null : api.clean(name.strip()),
                Fields.id(row, "project_id"),
                "2".equals(Fields.id(row, "state")),
                !row.path("deactivated").asBoolean(),
                row.path("triggers").path("schedule").asBoolean(),
                Fields.instant(row, "created_at"),
                row.has(LATEST),
                new LastRuns(run(row, LATEST), run(row, ENDED), true));
    }

    private static @Nullable DbtRun run(JsonNode row, String field) {
        return row.path(field).isObject() ? new DbtRun(row.path(field)) : null;
    }

    TaskState state(Api api, LastRuns last) {
        return new TaskState(
                id,
                null,
                name == null ? id : name,
                status(last),
                providerStatus(api, last.latest()),
                enabled,
                enabled && scheduled ? "cron" : null,
                null,
                null,
                null,
                last.lastRunAt(),
                createdAt,
                null,
                url(api),
                null);
    }

    private static @Nullable String providerStatus(Api api, @Nullable DbtRun run) {
        String word = run == null ? null : Fields.text(run.json(), "status_humanized");
        return word == null ? null : api.clean(word);
    }

    /** Where the account's pages are, whatever its host: {@code /deploy/{account}/projects/{project}/jobs/{job}}. */
    private @Nullable String url(Api api) {
        String base = api.credential().baseUrl().toString();
        return projectId == null
                ? null
                : base.replace("/api/v2/accounts/", "/deploy/") + "/projects/" + Url.encode(projectId) + "/jobs/"
                        + Url.encode(id);
    }

    private static Status status(LastRuns last) {
        DbtRun run = last.latest();
        if (run == null) {
            return last.known() ? Status.PENDING : Status.UNKNOWN;
        }
        return StatusWord.of(run.status());
    }
}
