package io.syncstep.hightouch;

import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.sync.Look;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the tests of Hightouch share: an API that talks to a server of this machine, and runs as that server lists them. */
final class HightouchServer {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final String TOKEN = "hidden-token-9";

    private HightouchServer() {}

    static HightouchSyncRuns syncRuns(LocalServer server, Request request) {
        return new HightouchSyncRuns(api(server), request, new SettableClock(NOW));
    }

    static HightouchSyncRuns syncRuns(String url, Request request) {
        return new HightouchSyncRuns(api(url), request, new SettableClock(NOW));
    }

    /** What a look at a run says where this is the answer. */
    static Look look(Run run, Request request, Response answer) {
        try (LocalServer server = LocalServer.answering(answer)) {
            return syncRuns(server, request).look(run);
        }
    }

    static HightouchSequenceRuns sequenceRuns(LocalServer server, Request request) {
        return new HightouchSequenceRuns(api(server), request, new SettableClock(NOW));
    }

    static Api api(LocalServer server) {
        return api(server.url());
    }

    private static Api api(String url) {
        Credentials store = new Credentials(
                "{\"apiKey\":\"" + TOKEN + "\",\"workspaceSlug\":\"acme\",\"baseUrl\":\"" + url + "\"}");
        return new Api(
                new Http(),
                store.account(ProviderName.HIGHTOUCH, Hightouch.CREDENTIAL),
                new TimeBudget(Duration.ofSeconds(20)),
                new SettableClock(NOW));
    }

    /** A run with these further fields. */
    static String run(String id, String status, Instant createdAt, String fields) {
        return "{\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"createdAt\":\"" + createdAt + "\""
                + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    static Response list(String... runs) {
        return Response.json(200, "{\"data\":[" + String.join(",", runs) + "],\"hasMore\":false}");
    }

    /** The page of a list that was asked for by {@code offset} and {@code limit}. */
    static Response page(List<String> runs, String target) {
        int offset = Integer.parseInt(target.replaceAll(".*[?&]offset=(\\d+).*", "$1"));
        int limit = Integer.parseInt(target.replaceAll(".*[?&]limit=(\\d+).*", "$1"));
        String data = runs.stream().skip(offset).limit(limit).collect(Collectors.joining(","));
        return Response.json(200, "{\"data\":[" + data + "],\"hasMore\":" + (offset + limit < runs.size()) + "}");
    }
}
