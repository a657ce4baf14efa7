package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The functions as the state machine calls them: JSON in, JSON out, one step each, and no secret in the log. */
class FunctionsTest extends SyncCalls {

    @Test
    void aSyncIsLookedUpStartedAndFollowedToItsResult() throws IOException {
        try (LocalServer server = LocalServer.answering(
                Response.json(200, Fixture.of("hightouch/runs.json")),
                Response.json(200, Fixture.of("hightouch/trigger.json")),
                Response.json(200, "{\"data\":[]}"),
                Response.json(200, Fixture.of("hightouch/runs.json")))) {
            Wiring wiring = wiring(server.url());

            JsonNode prepared =
                    call(new CheckSync(wiring), event(HIGHTOUCH, "{\"next\":\"prepare\",\"run\":{},\"report\":{}}"));
            assertThat(prepared.path("next").asText()).isEqualTo("start");

            JsonNode started = call(new TriggerSync(wiring), event(HIGHTOUCH, prepared.toString()));
            assertThat(started.path("next").asText()).isEqualTo("follow");
            assertThat(started.path("run").path("runId").asText()).isEqualTo("42");

            JsonNode going = call(new CheckSync(wiring), event(HIGHTOUCH, started.toString()));
            assertThat(going.path("next").asText()).isEqualTo("follow");
            assertThat(going.path("waitSeconds").asLong()).isPositive();

            JsonNode ended = call(new CheckSync(wiring), event(HIGHTOUCH, going.toString()));
            assertThat(ended.path("next").asText()).isEqualTo("succeed");
            assertThat(ended.path("report").path("status").asText()).isEqualTo("succeeded");
            assertThat(ended.path("report").path("checks").asLong()).isEqualTo(2);
            assertThat(ended.path("report")
                            .path("rows")
                            .path("planned")
                            .path("added")
                            .asLong())
                    .isEqualTo(773);
            assertThat(server.lines())
                    .containsExactly(
                            "GET /syncs/1127166/runs?after=2026-10-23T08%3A00%3A00Z&orderBy=createdAt&limit=100",
                            "POST /syncs/1127166/trigger",
                            "GET /syncs/1127166/runs?runId=42",
                            "GET /syncs/1127166/runs?runId=42");
        }
        assertThat(log).hasSize(4).noneMatch(line -> line.contains(TOKEN));
    }

    @Test
    void aReloadedFunctionFindsTheRunOfALostStart() throws IOException {
        try (LocalServer server = LocalServer.answering(
                Response.json(
                        200,
                        "{\"data\":[{\"id\":43,\"status\":\"queued\",\"createdAt\":\"2026-11-22T08:00:03Z\"}],\"hasMore\":false}"))) {
            JsonNode prepared = call(
                    new CheckSync(wiring(server.url())),
                    event(HIGHTOUCH, "{\"next\":\"prepare\",\"run\":{},\"report\":{}}"));
            String lost = "{\"next\":\"find\",\"waitSeconds\":2,\"run\":" + prepared.path("run")
                    + ",\"report\":{\"Error\":\"States.Timeout\",\"Cause\":\"\"}}";

            JsonNode found = call(new CheckSync(wiring(server.url())), event(HIGHTOUCH, lost));

            assertThat(found.path("next").asText()).isEqualTo("follow");
            assertThat(found.path("run").path("runId").asText()).isEqualTo("43");
            assertThat(server.lines()).noneMatch(line -> line.startsWith("POST"));
        }
    }

    @Test
    void aRunIsStoppedAndTheExecutionTimedOut() throws IOException {
        try (LocalServer server = LocalServer.answering(
                Response.json(200, "{\"data\":[]}"), Response.json(200, Fixture.of("stitch/stop.json")))) {
            JsonNode stopped = call(
                    new StopSync(wiring(server.url())),
                    event(
                            STITCH,
                            "{\"next\":\"stop\",\"run\":{\"taskId\":\"120643\",\"runId\":\"1.120643.x\",\"start\":{\"triggeredAt\":\"2026-11-22T08:00:00Z\"}},\"report\":{}}"));

            assertThat(stopped.path("next").asText()).isEqualTo("fail");
            assertThat(stopped.path("report").path("error").asText()).isEqualTo("SyncTimedOut");
            assertThat(cause(stopped).path("runId").asText()).isEqualTo("1.120643.x");
            assertThat(server.lines()).containsExactly("GET /v4/1/extractions", "DELETE /v4/sources/120643/sync");
        }
    }
}
