package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function can't do is an answer with an Error and a Cause, no exception, and no secret is in it or in the log. */
class RefusedCallsTest extends SyncCalls {

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
}
