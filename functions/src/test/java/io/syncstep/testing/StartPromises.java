package io.syncstep.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Run;
import io.syncstep.sync.StartAnswer;
import io.syncstep.testing.LocalServer.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of every provider: a start call is sent once, and what came of it is sorted by whether a run may have been started. */
public abstract class StartPromises implements ProviderTestKit {

    @Test
    void aStartIsOneCallUnderTheTokenThatNamesItsRun() {
        try (LocalServer server = LocalServer.answering(started())) {
            assertThat(at(server.url()).start(newRun())).isEqualTo(new StartAnswer.Started(runId()));

            assertThat(server.calls()).hasSize(1);
            assertThat(server.calls().getFirst().method()).isEqualTo("POST");
            assertThat(server.calls().getFirst().header("Authorization")).isEqualTo(shape().scheme() + " " + TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostAnswerIsInDoubtAndNotSentAgain(boolean reset) throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            if (reset) {
                connection.reset();
            }
        })) {
            assertThat(at(server.url()).start(newRun()))
                    .isInstanceOfSatisfying(
                            StartAnswer.InDoubt.class,
                            doubt -> assertThat(doubt.httpStatus()).isNull());
            assertThat(server.count("POST")).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsInDoubtAndNotSentAgain() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id");
        })) {
            assertThat(at(server.url()).start(newRun())).isInstanceOf(StartAnswer.InDoubt.class);
            assertThat(server.count("POST")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599})
    void a5xxIsInDoubtAndNotSentAgain(int status) {
        startsOnce(Response.json(status, "\"out of order\""), StartAnswer.InDoubt.class);
        assertThat(start(Response.empty(status)))
                .isInstanceOfSatisfying(
                        StartAnswer.InDoubt.class,
                        doubt -> assertThat(doubt.httpStatus()).isEqualTo(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "\"ok\"", "<html>Welcome</html>", "{\"id\":", "{\"data\":null}"})
    void a200ThatNamesNoRunIsInDoubtAndNotSentAgain(String body) {
        startsOnce(Response.json(200, body), StartAnswer.InDoubt.class);
    }

    @Test
    void aRefusedConnectionIsSurelyNotProcessed() throws IOException {
        try (DeafPort nobody = new DeafPort()) {
            assertThat(at(nobody.url()).start(newRun()))
                    .isInstanceOfSatisfying(
                            StartAnswer.NotProcessed.class,
                            not -> assertThat(not.throttled()).isFalse());
        }
    }

    @Test
    void a429IsSurelyNotProcessedAndItsRetryAfterIsTold() {
        startsOnce(Response.empty(429).with("Retry-After", "7"), StartAnswer.NotProcessed.class);
        assertThat(start(Response.empty(429).with("Retry-After", "7")))
                .isInstanceOfSatisfying(StartAnswer.NotProcessed.class, not -> {
                    assertThat(not.throttled()).isTrue();
                    assertThat(not.trouble().retryAfter()).isEqualTo(Duration.ofSeconds(7));
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 403, 404, 405, 408, 409, 410, 422})
    void any3xxOrOther4xxIsFinal(int status) {
        startsOnce(Response.empty(status), StartAnswer.Rejected.class);
        assertThat(start(Response.empty(status)))
                .isInstanceOfSatisfying(
                        StartAnswer.Rejected.class,
                        rejected -> assertThat(rejected.refusal().httpStatus()).isEqualTo(status));
    }

    @Test
    void anErrorObjectInA200IsFinalAndItsWordsAreTold() {
        startsOnce(errorObject(), StartAnswer.Rejected.class);
        assertThat(start(errorObject()))
                .isInstanceOfSatisfying(
                        StartAnswer.Rejected.class,
                        rejected -> assertThat(rejected.refusal().words()).contains("It is paused"));
    }

    @Test
    void a401IsFinalWhereTheStoreHoldsNoOtherCredential() {
        startsOnce(Response.empty(401), StartAnswer.Rejected.class);
    }

    @Test
    void a401IsTriedOnceMoreWithACredentialThatChanged() {
        try (LocalServer server = LocalServer.answering(call -> isFresh(call) ? started() : Response.empty(401))) {
            Credentials store = store(server.url());
            var provider = with(store);
            provider.prepare();
            store.store(credential(FRESH_TOKEN, server.url()));
            long before = posts(server);

            assertThat(provider.start(newRun())).isInstanceOf(StartAnswer.Started.class);

            assertThat(posts(server) - before).isEqualTo(2);
            assertThat(server.calls().getLast().header("Authorization"))
                    .isEqualTo(shape().scheme() + " " + FRESH_TOKEN);
        }
    }

    private static boolean isFresh(LocalServer.Call call) {
        return Objects.requireNonNull(call.header("Authorization")).endsWith(" " + FRESH_TOKEN);
    }

    @Test
    void aSecond401IsFinal() {
        try (LocalServer server = LocalServer.answering(Response.empty(401))) {
            Credentials store = store(server.url());
            var provider = with(store);
            provider.prepare();
            store.store(credential(FRESH_TOKEN, server.url()));

            assertThat(provider.start(newRun())).isInstanceOf(StartAnswer.Rejected.class);
            assertThat(posts(server)).isEqualTo(2);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (LocalServer elsewhere = LocalServer.answering(started());
                LocalServer server =
                        LocalServer.answering(Response.empty(307).with("Location", elsewhere.url() + "/x"))) {
            assertThat(at(server.url()).start(newRun())).isInstanceOf(StartAnswer.Rejected.class);
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void anIdStaysOnePartOfThePath() {
        try (LocalServer server = LocalServer.answering(started())) {
            at(server.url()).start(Run.notStarted("a/b?c d#é", NOW));

            assertThat(server.calls().getFirst().target()).contains("/a%2Fb%3Fc%20d%23%C3%A9/");
        }
    }

    @Test
    void aTokenInPlaceOfAnIdNamesNoRun() {
        Response started = started();
        Response token = Response.json(started.status(), started.body().replace(runId(), "x" + TOKEN));

        assertThat(start(quoted(token)))
                .isInstanceOf(StartAnswer.InDoubt.class)
                .extracting(StartAnswer::toString)
                .asString()
                .doesNotContain(TOKEN);
    }

    /** An id that was a number is a text now. */
    private static Response quoted(Response response) {
        String body = response.body().replaceAll("(?<!\")x" + TOKEN, "\"x" + TOKEN + "\"");
        return Response.json(response.status(), body);
    }

    @Test
    void nothingTellsTheToken() {
        for (int status : new int[] {200, 302, 400, 401, 403, 404, 429, 500, 503}) {
            assertThat(start(quotingTheToken(status)).toString()).doesNotContain(TOKEN);
        }
    }

    private StartAnswer start(Response response) {
        return answered(response, provider -> provider.start(newRun()));
    }

    private void startsOnce(Response response, Class<? extends StartAnswer> answer) {
        try (LocalServer server = LocalServer.answering(response)) {
            assertThat(at(server.url()).start(newRun())).isInstanceOf(answer);
            assertThat(server.calls()).hasSize(1);
        }
    }

    private static long posts(LocalServer server) {
        return server.calls().stream()
                .filter(call -> !call.method().equals("GET"))
                .count();
    }
}
