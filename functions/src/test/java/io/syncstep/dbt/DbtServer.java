package io.syncstep.dbt;

import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.sync.Execution;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Request;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the tests of dbt share: an API that talks to a server of this machine, and runs as that server tells them. */
final class DbtServer {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final String ACCOUNT = "/api/v2/accounts/47%2F11";
    static final String ARN = "arn:aws:states:eu-central-1:123456789012:execution:syncstep:nightly-7";
    static final String CAUSE = "Syncstep execution " + ARN;

    private DbtServer() {}

    static DbtJobRuns runs(String url, Request request) {
        SettableClock clock = new SettableClock(NOW);
        return runs(api(url, clock), request, clock);
    }

    static DbtJobRuns runs(Api api, Request request, Clock clock) {
        return new DbtJobRuns(api, request, new Execution(ARN, "nightly-7", NOW.minusSeconds(9)), clock);
    }

    private static Api api(String url, Clock clock) {
        Credentials store = new Credentials(credential("secret-7", url));
        return new Api(
                new Http(),
                store.account(ProviderName.DBT, Dbt.CREDENTIAL),
                new TimeBudget(Duration.ofSeconds(20)),
                clock);
    }

    static String credential(String token, String baseUrl) {
        return "{\"serviceToken\":\"" + token + "\",\"accountId\":\"47/11\",\"baseUrl\":\"" + baseUrl + "\"}";
    }

    /** One run, under its envelope. */
    static Response run(String id, String status, String fields) {
        return envelope("{\"id\":" + id + ",\"status\":" + status + (fields.isEmpty() ? "" : "," + fields) + "}");
    }

    /** A row of a list, with a cause in its trigger. */
    static String row(String id, String status, Instant createdAt, String cause) {
        return "{\"id\":" + id + ",\"status\":" + status + ",\"created_at\":\"" + written(createdAt)
                + "\",\"trigger\":{\"cause\":\"" + cause + "\"}}";
    }

    static Response list(String... rows) {
        return envelope("[" + String.join(",", rows) + "]");
    }

    private static Response envelope(String data) {
        return Response.json(
                200,
                "{\"status\":{\"code\":200,\"is_success\":true,\"user_message\":\"Success!\",\"developer_message\":\"\"},"
                        + "\"data\":" + data + "}");
    }

    /** With a space in the middle, as the API writes times. */
    static String written(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", ".000000+00:00");
    }
}
