package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.http.StartCall.Meaning;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.StartAnswer;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.RawServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer to a start call is surely yes, surely no, surely not processed, or in doubt; and it is sent once. */
class StartCallTest {

    private static final CredentialShape SHAPE =
            new CredentialShape("apiKey", "Bearer", "https://host.invalid", List.of());

    @Test
    void a2xxThatNamesARunStartedIt() {
        assertThat(answerTo(200, "{\"id\":\"42\"}")).isEqualTo(new StartAnswer.Started("42"));
        assertThat(answerTo(201, "{\"id\":\"42\"}")).isEqualTo(new StartAnswer.Started("42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "<html></html>", "[]", "null", "{\"id\":", "\"ok\""})
    void a2xxThatNamesNoRunIsInDoubt(String body) {
        assertThat(answerTo(200, body)).isEqualTo(new StartAnswer.InDoubt("200 OK that names no run", 200));
    }

    @Test
    void a2xxWhoseBodyIsCutOffIsInDoubt() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":\"42\"}");
        })) {
            assertThat(call(server.url())).isInstanceOf(StartAnswer.InDoubt.class);
            assertThat(server.count("POST")).isEqualTo(1);
        }
    }

    @Test
    void a2xxWithTheProvidersErrorObjectIsASureNo() {
        assertThat(answerTo(200, "{\"message\":\"Validation failed\"}"))
                .isInstanceOfSatisfying(StartAnswer.Rejected.class, rejected -> {
                    assertThat(rejected.refusal().words()).isEqualTo("200 OK: Validation failed");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 403, 404, 408, 409, 422, 451, 499})
    void a3xxOrOther4xxIsASureNo(int status) {
        assertThat(answerTo(status, ""))
                .isInstanceOfSatisfying(
                        StartAnswer.Rejected.class,
                        rejected -> assertThat(rejected.refusal().httpStatus()).isEqualTo(status));
    }

    @Test
    void a429IsSurelyNotProcessedAndTellsHowLongToWait() {
        try (LocalServer server = LocalServer.answering(
                Response.json(429, "{\"message\":\"slow\"}").with("Retry-After", "30"))) {
            assertThat(call(server.url())).isInstanceOfSatisfying(StartAnswer.NotProcessed.class, not -> {
                assertThat(not.throttled()).isTrue();
                assertThat(not.trouble().what()).isEqualTo("429 Too Many Requests: slow");
                assertThat(not.trouble().retryAfter()).isEqualTo(Duration.ofSeconds(30));
            });
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 520})
    void a5xxIsInDoubtAndSentOnce(int status) {
        try (LocalServer server = LocalServer.answering(Response.json(status, "\"Internal Server Error\""))) {
            assertThat(call(server.url())).isInstanceOfSatisfying(StartAnswer.InDoubt.class, doubt -> {
                assertThat(doubt.httpStatus()).isEqualTo(status);
                assertThat(doubt.what()).startsWith(status + " ");
            });
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void a5xxThatLooksLikeAYesOrANoStaysInDoubt() {
        assertThat(answerTo(502, "{\"id\":\"42\"}")).isInstanceOf(StartAnswer.InDoubt.class);
        assertThat(answerTo(502, "{\"running\":true}")).isInstanceOf(StartAnswer.InDoubt.class);
    }

    @Test
    void aRunInProgressIsToldWhateverTheCode() {
        assertThat(answerTo(200, "{\"running\":true}")).isInstanceOf(StartAnswer.AlreadyRunning.class);
        assertThat(answerTo(409, "{\"running\":true}")).isInstanceOf(StartAnswer.AlreadyRunning.class);
    }

    @Test
    void aRefusedConnectionIsSurelyNotProcessed() {
        LocalServer server = LocalServer.answering(Response.empty(200));
        server.close();

        assertThat(call(server.url()))
                .isInstanceOfSatisfying(
                        StartAnswer.NotProcessed.class,
                        not -> assertThat(not.throttled()).isFalse());
    }

    private static StartAnswer answerTo(int status, String body) {
        try (LocalServer server = LocalServer.answering(Response.json(status, body))) {
            StartAnswer answer = call(server.url());
            assertThat(server.calls()).hasSize(1);
            return answer;
        }
    }

    private static StartAnswer call(String url) {
        Api api = new Api(
                new Http(),
                Credentials.of("apiKey", "tok-1234567890", url).account(ProviderName.HIGHTOUCH, SHAPE),
                new TimeBudget(Duration.ofSeconds(20)),
                Clock.systemUTC());
        return new StartCall(api, json -> {
                    if (json.hasNonNull("id")) {
                        return new Meaning.StartedRun(json.path("id").asText());
                    }
                    if (json.path("running").asBoolean()) {
                        return new Meaning.AlreadyRunning();
                    }
                    return json.hasNonNull("message") ? new Meaning.ErrorObject() : new Meaning.Unclear();
                })
                .post("/start", null);
    }
}
