package io.syncstep.hightouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The endpoints that are used, one method each; see <a href="https://hightouch.com/docs/api-reference">the API</a>. */
final class HightouchApi {

    /** A page of runs, and whether the provider says that there are more. */
    record Page(List<HightouchRun> runs, boolean hasMore) {}

    static final int PAGE = 100;

    /** Of a sync not its configuration, and of a model not its query. */
    private static final Wanted LISTED = Wanted.of(
                    "data",
                    "hasMore",
                    "id",
                    "slug",
                    "modelId",
                    "destinationId",
                    "status",
                    "disabled",
                    "schedule",
                    "type",
                    "lastRunAt",
                    "createdAt",
                    "name")
            .andWhole("tags");

    private static final Duration NOT_WORTH_MORE = Duration.ofSeconds(3);

    private final Api api;

    HightouchApi(Api api) {
        this.api = api;
    }

    StartAnswer triggerSync(String syncId, boolean fullResync) {
        String body = fullResync ? "{\"fullResync\":true}" : "{}";
        return new StartCall(api, HightouchApi::meaning).post("/syncs/" + Url.encode(syncId) + "/trigger", body);
    }

    StartAnswer triggerSequence(String sequenceId) {
        return new StartCall(api, HightouchApi::meaning)
                .post("/sync-sequences/" + Url.encode(sequenceId) + "/trigger", "{}");
    }

    Read<JsonNode> sequenceRun(String runId) {
        return api.get("/sync-sequences/runs/" + Url.encode(runId));
    }

    Read<Page> run(String syncId, String runId) {
        return page("/syncs/" + Url.encode(syncId) + "/runs?runId=" + Url.encode(runId));
    }

    Read<Page> runs(String syncId, long offset) {
        return page("/syncs/" + Url.encode(syncId) + "/runs?orderBy=createdAt&limit=" + PAGE + "&offset=" + offset);
    }

    /**
     * The runs that started since then, a page of them, as soon as they come; none where they don't come at once. One call,
     * never repeated: it is not worth it.
     */
    List<HightouchRun> pastRuns(String syncId, Instant since) {
        String path = "/syncs/" + Url.encode(syncId) + "/runs?after=" + Url.encode(since.toString())
                + "&orderBy=createdAt&limit=" + PAGE;
        JsonNode json =
                api.hasty(NOT_WORTH_MORE).getOnce(path) instanceof Reply.Answered answered && answered.isSuccess()
                        ? answered.json()
                        : null;
        return json == null
                ? List.of()
                : json.path("data")
                        .valueStream()
                        .filter(JsonNode::isObject)
                        .map(HightouchRun::new)
                        .toList();
    }

    Read<List<JsonNode>> syncsOfSlug(String slug) {
        return api.get("/syncs?slug=" + Url.encode(slug)).then(json -> listed(json, Function.identity()));
    }

    /** A sync, of which only matters that there is one. */
    Read<JsonNode> sync(String syncId) {
        return api.get("/syncs/" + Url.encode(syncId));
    }

    /**
     * A page of a list of the workspace: {@code syncs}, {@code models}, {@code destinations}. Not every list says whether there
     * are more; then a full page means that there may be.
     */
    Read<Pages.Page<JsonNode>> page(String list, long offset) {
        return api.list("/" + list + "?limit=" + PAGE + "&offset=" + offset, LISTED)
                .then(json -> list(json)
                        .map(rows -> Entries.of(rows, this::hasId))
                        .map(entries -> new Pages.Page<>(entries, more(json, entries.size()))));
    }

    private static Pages.More more(JsonNode json, int entries) {
        JsonNode hasMore = json.path("hasMore");
        return hasMore.isBoolean() ? Pages.More.said(hasMore.booleanValue()) : Pages.More.after(entries, PAGE);
    }

    private boolean hasId(JsonNode row) {
        String id = Fields.id(row, "id");
        return id != null && api.isTellable(id);
    }

    private Read<Page> page(String path) {
        return api.get(path)
                .then(json -> listed(json, HightouchRun::new)
                        .then(this::named)
                        .map(runs -> new Page(runs, json.path("hasMore").asBoolean(runs.size() >= PAGE))));
    }

    /** A run without an id would be followed to nowhere. */
    private Read<List<HightouchRun>> named(List<HightouchRun> runs) {
        return runs.stream().allMatch(run -> run.hasId() && api.isTellable(run.id()))
                ? new Read.Got<>(runs)
                : new Read.Unanswered<>(api.trouble("200 OK with a run that has no id"));
    }

    private <T> Read<List<T>> listed(JsonNode json, Function<JsonNode, T> shape) {
        return list(json)
                .map(list ->
                        list.valueStream().filter(JsonNode::isObject).map(shape).toList());
    }

    private Read<JsonNode> list(JsonNode json) {
        JsonNode list = json.path("data");
        return list.isArray()
                ? new Read.Got<>(list)
                : new Read.Unanswered<>(api.trouble("200 OK without the list that was asked for"));
    }

    /** A 200 can carry the shape of an error: only an id is a yes. */
    private static Meaning meaning(JsonNode json) {
        String id = Fields.id(json, "id");
        if (id != null) {
            return new Meaning.StartedRun(id);
        }
        boolean isError = json.hasNonNull("error") || (json.hasNonNull("message") && json.hasNonNull("details"));
        return isError ? new Meaning.ErrorObject() : new Meaning.Unclear();
    }

    String clean(String text) {
        return api.clean(text);
    }
}
