package io.syncstep.stitch;

import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.sync.Execution;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Request;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the tests of Stitch share: a source whose API is a server of this machine, and extractions as that server lists them. */
final class StitchServer {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final String TOKEN = "hidden-token-9";
    static final String JOB = "116078.120643.sync.ours";

    static final Execution EXECUTION = new Execution("arn", "name", NOW);

    private StitchServer() {}

    static StitchReplication replication(LocalServer server, Request request) {
        return replication(server.url(), request, new SettableClock(NOW));
    }

    static StitchReplication replication(String url, Request request) {
        return replication(url, request, new SettableClock(NOW));
    }

    static StitchReplication replication(String url, Request request, SettableClock clock) {
        return replication(url, request, new ExtractionShelves(clock), clock);
    }

    static StitchReplication replication(String url, Request request, ExtractionShelves shelves, SettableClock clock) {
        Api api = new Api(
                new Http(),
                Credentials.of("accessToken", TOKEN, url).account(ProviderName.STITCH, Stitch.CREDENTIAL),
                new TimeBudget(Duration.ofSeconds(20)),
                clock);
        return new StitchReplication(api, request, EXECUTION, shelves, clock);
    }

    /** A record of our source; the statuses are of discovery, tap and target, as JSON. */
    static String extraction(
            String job, Instant start, @Nullable Instant completion, String discovery, String tap, String target) {
        return extraction("120643", job, start, completion, discovery, tap, target);
    }

    static String extraction(
            String source,
            String job,
            Instant start,
            @Nullable Instant completion,
            String discovery,
            String tap,
            String target) {
        return "{\"job_name\":\"" + job + "\",\"source_id\":" + source + ",\"start_time\":\"" + start
                + "\",\"completion_time\":" + (completion == null ? "null" : "\"" + completion + "\"")
                + ",\"discovery_exit_status\":" + discovery + ",\"tap_exit_status\":" + tap
                + ",\"target_exit_status\":" + target
                + ",\"discovery_description\":\"about discovery\",\"tap_description\":\"about tap\","
                + "\"target_description\":\"about target\"}";
    }

    static String good(String job, Instant start) {
        return extraction(job, start, start.plusSeconds(60), "0", "0", "0");
    }

    static Response list(String... extractions) {
        return Response.json(
                200, "{\"data\":[" + String.join(",", extractions) + "],\"page\":1,\"total\":1,\"links\":{}}");
    }

    static Response pageBefore(String next, String... extractions) {
        return Response.json(
                200,
                "{\"data\":[" + String.join(",", extractions) + "],\"page\":1,\"total\":1,\"links\":{\"next\":\"" + next
                        + "\"}}");
    }
}
