package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions as the state machine calls them: JSON in, JSON out, one step each, and no secret in the log. */
class FunctionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "hidden-token-9";
    private static final String HIGHTOUCH = "{\"provider\":\"hightouch\",\"syncId\":1127166}";
    private static final String STITCH = "{\"provider\":\"stitch\",\"sourceId\":120643}";

    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final List<String> log = new ArrayList<>();

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

    @ParameterizedTest
    @ValueSource(strings = {"{\"provider\":\"hightouch\",\"syncId\":\"1\"}", "[]", "5", "null", "{}"})
    void anInvalidRequestIsAnswerNotExceptionAndNothingIsCalled(String request) throws IOException {
        try (LocalServer server = LocalServer.answering(Response.empty(500))) {
            for (RequestStreamHandler function : all(wiring(server.url()))) {
                JsonNode answer = call(function, event(request, "{\"next\":\"prepare\",\"run\":{},\"report\":{}}"));

                assertThat(answer.path("next").asText()).isEqualTo("fail");
                assertThat(answer.path("report").path("error").asText()).isEqualTo("InvalidRequest");
                assertThat(cause(answer).path("message").asText()).isNotEmpty();
            }
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void anInvalidRequestIsNamedAsFarAsItIsValid() throws IOException {
        String request = "{\"provider\":\"stitch\",\"sourceId\":120643,\"timeoutSeconds\":5}";

        JsonNode answer = call(new CheckSync(wiring("http://127.0.0.1:1")), event(request, "{\"next\":\"prepare\"}"));

        assertThat(cause(answer)).isEqualTo(JSON.readTree("""
                        {"message":"timeoutSeconds must be an integer 60..86400, got 5",
                         "provider":"stitch","account":"default","taskId":"120643"}
                        """));
        assertThat(answer.at("/report/event/taskId").asText()).isEqualTo("120643");
    }

    @Test
    void anEventThatIsNoJsonNamesNobody() throws IOException {
        JsonNode answer = call(new CheckSync(wiring("http://127.0.0.1:1")), "{");

        assertThat(answer.at("/report/error").asText()).isEqualTo("InvalidRequest");
        assertThat(cause(answer).properties()).hasSize(1);
    }

    @Test
    void aMissingCredentialIsAnswerNotException() throws IOException {
        Wiring wiring = new Wiring(clock, (provider, account, freshness) -> Optional.empty());

        JsonNode answer = call(new CheckSync(wiring), event(STITCH, "{\"next\":\"prepare\",\"run\":{},\"report\":{}}"));

        assertThat(answer.path("report").path("error").asText()).isEqualTo("CredentialNotFound");
        assertThat(cause(answer).path("message").asText()).contains("stitch/default", "accessToken");
        assertThat(cause(answer).path("taskId").asText()).isEqualTo("120643");
    }

    @Test
    void aMalformedCredentialNamesItsFieldAndNotItsValue() throws IOException {
        Wiring wiring =
                new Wiring(clock, (provider, account, freshness) -> Optional.of("{\"accessToken\":\"hidden 9\"}"));

        JsonNode answer = call(new TriggerSync(wiring), event(STITCH, "{\"next\":\"start\",\"run\":{},\"report\":{}}"));

        assertThat(answer.path("report").path("error").asText()).isEqualTo("CredentialNotFound");
        assertThat(answer.toString()).contains("accessToken").doesNotContain("hidden 9");
        assertThat(log).noneMatch(line -> line.contains("hidden 9"));
    }

    @Test
    void aStoreThatDoesNotAnswerIsAskedAgainLater() throws IOException {
        Wiring wiring = new Wiring(clock, (provider, account, freshness) -> {
            throw new CredentialStoreUnavailable("Rate exceeded", new IllegalStateException());
        });

        assertThat(call(new CheckSync(wiring), event(STITCH, "{\"next\":\"prepare\",\"run\":{},\"report\":{}}"))
                        .path("next")
                        .asText())
                .isEqualTo("prepare");
        assertThat(call(new TriggerSync(wiring), event(STITCH, "{\"next\":\"start\",\"run\":{},\"report\":{}}"))
                        .path("next")
                        .asText())
                .isEqualTo("start");
        assertThat(call(
                                new CheckSync(wiring),
                                event(
                                        STITCH,
                                        "{\"next\":\"follow\",\"run\":{\"taskId\":\"120643\",\"runId\":\"1.120643.x\",\"start\":{\"triggeredAt\":\"2026-11-22T08:00:00Z\"}},\"report\":{}}"))
                        .path("next")
                        .asText())
                .isEqualTo("follow");
    }

    @Test
    void a401CarriesTheProvidersOwnMessageAndNotTheToken() throws IOException {
        String body =
                Fixture.of("hightouch/unauthorized.json").replace("Token is invalid", "Token is invalid " + TOKEN);
        try (LocalServer server = LocalServer.answering(Response.json(401, body))) {
            JsonNode answer = call(
                    new TriggerSync(wiring(server.url())),
                    event(HIGHTOUCH, "{\"next\":\"start\",\"run\":{},\"report\":{}}"));

            assertThat(answer.path("report").path("error").asText()).isEqualTo("Unauthorized");
            assertThat(cause(answer).path("httpStatus").asLong()).isEqualTo(401);
            assertThat(cause(answer).path("message").asText())
                    .contains("Authentication error: Token is invalid ***")
                    .doesNotContain(TOKEN);
            assertThat(log).noneMatch(line -> line.contains(TOKEN));
        }
    }

    private static List<RequestStreamHandler> all(Wiring wiring) {
        return List.of(new CheckSync(wiring), new TriggerSync(wiring), new StopSync(wiring));
    }

    private Wiring wiring(String url) {
        return new Wiring(
                clock,
                new Credentials("{\"apiKey\":\"" + TOKEN + "\",\"accessToken\":\"" + TOKEN
                        + "\",\"workspaceSlug\":\"acme\",\"baseUrl\":\"" + url + "\"}"));
    }

    private static String event(String request, String sync) {
        return "{\"request\":" + request
                + ",\"execution\":{\"id\":\"arn\",\"name\":\"name\",\"startedAt\":\"2026-11-22T08:00:00Z\"},\"sync\":"
                + sync
                + "}";
    }

    /** Calls a function as Lambda does. */
    private JsonNode call(RequestStreamHandler function, String event) throws IOException {
        LambdaLogger logger = mock(LambdaLogger.class);
        doAnswer(logged -> log.add(logged.getArgument(0))).when(logger).log(anyString(), any(LogLevel.class));
        Context context = mock(Context.class);
        when(context.getLogger()).thenReturn(logger);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
        ObjectNode answer = (ObjectNode) JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(answer.fieldNames()).toIterable().containsExactly("next", "waitSeconds", "run", "report");
        return answer;
    }

    private static JsonNode cause(JsonNode answer) throws IOException {
        return JSON.readTree(answer.path("report").path("cause").textValue());
    }
}
