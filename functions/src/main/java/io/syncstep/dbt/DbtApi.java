package io.syncstep.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
import io.syncstep.http.CancelCall;
import io.syncstep.http.Fields;
import io.syncstep.http.Reply;
import io.syncstep.http.StartCall;
import io.syncstep.http.StartCall.Meaning;
import io.syncstep.http.Url;
import io.syncstep.http.Wanted;
import io.syncstep.overview.Entries;
import io.syncstep.overview.Pages;
import io.syncstep.sync.Read;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that are used, one method each; see
 * <a href="https://docs.getdbt.com/dbt-cloud/api-v2">the Administrative API</a>.
 */
final class DbtApi {

    static final int PAGE = 100;

    private static final Duration NOT_WORTH_MORE = Duration.ofSeconds(3);

    /** Without it {@code trigger} is null, and with it the cause: {@code ["trigger"]}, encoded. */
    private static final String WITH_TRIGGER = "&include_related=" + Url.encode("[\"trigger\"]");

    private static final String WITH_LAST_RUNS =
            "&include_related=" + Url.encode("[\"most_recent_run\",\"most_recent_completed_run\"]");

    /** Of a job and of a run. */
    private static final Wanted LISTED = Wanted.of(
            "data",
            "id",
            "name",
            "project_id",
            "state",
            "deactivated",
            "triggers",
            "schedule",
            "created_at",
            "most_recent_run",
            "most_recent_completed_run",
            "job_definition_id",
            "status",
            "status_humanized",
            "started_at",
            "finished_at");

    private final Api api;

    DbtApi(Api api) {
        this.api = api;
    }

    StartAnswer startJob(String jobId, Cause cause) {
        return new StartCall(api, DbtApi::meaning).post("/jobs/" + Url.encode(jobId) + "/run/", cause.json());
    }

    /** Stops this run and nothing else, so that a second call does no harm. */
    StopAnswer cancelRun(String runId) {
        return new CancelCall(api, DbtApi::isError).onceMoreOnDoubt("POST", run(runId) + "cancel/");
    }

    Read<DbtRun> readRun(String runId) {
        return api.get(run(runId))
                .map(json -> new DbtRun(json.path("data")))
                .then(seen -> runId.equals(seen.id())
                        ? new Read.Got<>(seen)
                        : new Read.Unanswered<>(api.trouble("200 OK without the run that was asked for")));
    }

    /**
     * The newest runs of a job, newest first.
     *
     * @param isFarEnough whether a page that was read reaches back far enough; else the one before it is read, too
     */
    Read<List<DbtRun>> newestRuns(String jobId, Predicate<List<DbtRun>> isFarEnough) {
        return newestRuns(jobId, 0, List.of(), isFarEnough);
    }

    /** The newest page of runs as soon as it comes; none where it doesn't come at once. One call, never repeated: it is not worth it. */
    List<DbtRun> pastRuns(String jobId) {
        JsonNode json = api.hasty(NOT_WORTH_MORE).getOnce(runs(jobId)) instanceof Reply.Answered answered
                        && answered.isSuccess()
                ? answered.json()
                : null;
        return json == null
                ? List.of()
                : json.path("data").valueStream().map(DbtRun::new).toList();
    }

    private Read<List<DbtRun>> newestRuns(
            String jobId, long offset, List<DbtRun> newer, Predicate<List<DbtRun>> isFarEnough) {
        return page(jobId, offset).then(page -> {
            List<DbtRun> all = Stream.concat(newer.stream(), page.stream()).toList();
            return page.size() < PAGE || isFarEnough.test(page)
                    ? new Read.Got<>(all)
                    : newestRuns(jobId, offset + PAGE, all, isFarEnough);
        });
    }

    private Read<List<DbtRun>> page(String jobId, long offset) {
        return api.get(offset == 0 ? runs(jobId) : runs(jobId) + "&offset=" + offset)
                .then(this::page);
    }

    /** A page of the account's jobs, each with its last run and the last that has ended. */
    Read<Pages.Page<JsonNode>> jobs(long offset) {
        return api.list("/jobs/?order_by=id&limit=" + PAGE + "&offset=" + offset + WITH_LAST_RUNS, LISTED)
                .then(json -> entries(json, "jobs"))
                .map(entries -> new Pages.Page<>(entries, Pages.More.after(entries.size(), PAGE)));
    }

    /** The newest runs of all jobs, a page of them, newest first. */
    Read<Entries<DbtRun>> newestRuns() {
        return api.list("/runs/?order_by=-created_at&limit=" + PAGE, LISTED)
                .then(json -> entries(json, "runs"))
                .map(entries -> entries.map(DbtRun::new));
    }

    private Read<Entries<JsonNode>> entries(JsonNode json, String list) {
        return json.path("data").isArray()
                ? new Read.Got<>(Entries.of(json.path("data"), row -> isTellable(Fields.id(row, "id"))))
                : new Read.Unanswered<>(api.trouble("200 OK without the list of " + list));
    }

    private boolean isTellable(@Nullable String id) {
        return id != null && api.isTellable(id);
    }

    /** A job, of which only matters that there is one. */
    Read<JsonNode> job(String jobId) {
        return api.get("/jobs/" + Url.encode(jobId) + "/");
    }

    private static String runs(String jobId) {
        return "/runs/?job_definition_id=" + Url.encode(jobId) + "&order_by=-created_at&limit=" + PAGE + WITH_TRIGGER;
    }

    /** A run without an id would be followed to nowhere. */
    private Read<List<DbtRun>> page(JsonNode json) {
        List<DbtRun> runs = json.path("data").valueStream().map(DbtRun::new).toList();
        return json.path("data").isArray() && runs.stream().map(DbtRun::id).allMatch(this::isTellable)
                ? new Read.Got<>(runs)
                : new Read.Unanswered<>(api.trouble("200 OK without the list of runs"));
    }

    private static String run(String runId) {
        return "/runs/" + Url.encode(runId) + "/";
    }

    private static boolean isError(JsonNode json) {
        JsonNode success = json.path("status").path("is_success");
        return success.isBoolean() && !success.booleanValue();
    }

    /** An id beside a no is neither yes nor no. */
    private static Meaning meaning(JsonNode json) {
        String id = Fields.id(json.path("data"), "id");
        if (isError(json)) {
            return id == null ? new Meaning.ErrorObject() : new Meaning.Unclear();
        }
        return id == null ? new Meaning.Unclear() : new Meaning.StartedRun(id);
    }
}
