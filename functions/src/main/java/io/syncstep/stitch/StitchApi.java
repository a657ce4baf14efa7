package io.syncstep.stitch;

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
import io.syncstep.sync.Read;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that are used, one method each; see
 * <a href="https://www.stitchdata.com/docs/developers/stitch-connect/api">Stitch Connect</a>.
 */
final class StitchApi {

    /** A page of the account's extractions, and whether another follows. */
    record Page(Entries<Extraction> entries, boolean hasNext) {

        List<Extraction> extractions() {
            return entries.rows();
        }
    }

    /** Of a source's properties only what tells its schedule. */
    private static final Wanted LISTED = Wanted.of(
            "id",
            "stitch_client_id",
            "display_name",
            "name",
            "report_card",
            "current_step_type",
            "deleted_at",
            "paused_at",
            "system_paused_at",
            "schedule",
            "type",
            "properties",
            "cron_expression",
            "frequency_in_minutes",
            "created_at");

    private final Api api;

    StitchApi(Api api) {
        this.api = api;
    }

    StartAnswer startReplication(String sourceId) {
        return new StartCall(api, StitchApi::meaning).post("/v4/sources/" + Url.encode(sourceId) + "/sync", null);
    }

    /** Stops whatever runs for the source. */
    StopAnswer stopReplication(String sourceId) {
        return new CancelCall(api, json -> json.hasNonNull("error"))
                .once("DELETE", "/v4/sources/" + Url.encode(sourceId) + "/sync");
    }

    /** Every source of the account, in one answer: deleted and paused ones included. */
    Read<Entries<JsonNode>> sources() {
        return api.list("/v4/sources", LISTED)
                .then(json -> json.isArray()
                        ? new Read.Got<>(Entries.of(json, row -> isTellable(Fields.id(row, "id"))))
                        : new Read.Unanswered<>(api.trouble("200 OK without the list of sources")));
    }

    Read<Page> extractions(String clientId, int page) {
        String path = "/v4/" + Url.encode(clientId) + "/extractions";
        return api.get(page == 1 ? path : path + "?page=" + page).then(this::page);
    }

    private Read<Page> page(JsonNode json) {
        JsonNode list = json.path("data");
        if (!list.isArray()) {
            return new Read.Unanswered<>(api.trouble("200 OK without the list of extractions"));
        }
        // A record without a name can't be asked for, and must not be taken for our job's.
        Entries<Extraction> extractions = Entries.of(list, record -> isTellable(Fields.id(record, "job_name")))
                .map(Extraction::new);
        boolean hasNext = !list.isEmpty() && json.path("links").hasNonNull("next");
        return new Read.Got<>(new Page(extractions, hasNext));
    }

    private boolean isTellable(@Nullable String id) {
        return id != null && api.isTellable(id);
    }

    /** The id of the client that a source belongs to, which the extraction list is asked with. */
    Read<String> clientId(String sourceId) {
        return api.get("/v4/sources/" + Url.encode(sourceId))
                .then(json -> Optional.ofNullable(Fields.id(json, "stitch_client_id"))
                        .filter(api::isTellable)
                        .<Read<String>>map(Read.Got::new)
                        .orElseGet(() -> new Read.Unanswered<>(api.trouble("200 OK without a stitch_client_id"))));
    }

    /** The log of an extraction: in a storage elsewhere, to which the API redirects and the token must not go. */
    Optional<String> log(String clientId, String jobName) {
        String path = "/v4/" + Url.encode(clientId) + "/extractions/" + Url.encode(jobName);
        if (!(api.getOnce(path) instanceof Reply.Answered redirect)) {
            return Optional.empty();
        }
        if (redirect.isSuccess()) {
            return Optional.of(redirect.body());
        }
        if (redirect.status() >= 400) {
            return Optional.empty();
        }
        return redirect.headers().firstValue("Location").flatMap(location -> stored(path, location));
    }

    private Optional<String> stored(String path, String location) {
        try {
            URI uri = URI.create(api.credential().baseUrl() + path).resolve(location);
            return api.getWithoutToken(uri) instanceof Reply.Answered log && log.isSuccess()
                    ? Optional.of(log.body())
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Meaning meaning(JsonNode json) {
        String jobName = Fields.id(json, "job_name");
        if (jobName != null) {
            return new Meaning.StartedRun(jobName);
        }
        if (json.path("error").path("type").asText().equals("already_running")) {
            return new Meaning.AlreadyRunning();
        }
        return json.hasNonNull("error") ? new Meaning.ErrorObject() : new Meaning.Unclear();
    }
}
