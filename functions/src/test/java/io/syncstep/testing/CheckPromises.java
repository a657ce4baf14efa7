package io.syncstep.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Look;
import io.syncstep.sync.SyncError;
import io.syncstep.sync.Verdict;
import io.syncstep.testing.LocalServer.Response;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of every provider: a check only reads, believes only what it can read, and takes nothing unknown for an end. */
public abstract class CheckPromises implements ProviderTestKit {

    @Test
    void aRunThatGoesOnIsGoingAndIsOnlyReadUnderTheToken() {
        try (LocalServer server = LocalServer.answering(going())) {
            assertThat(at(server.url()).look(startedRun())).isInstanceOf(Look.Going.class);

            assertThat(server.calls())
                    .isNotEmpty()
                    .allMatch(call -> call.method().equals("GET"));
            assertThat(server.calls()).allMatch(call -> call.body().isEmpty());
            assertThat(server.calls())
                    .allMatch(call -> (shape().scheme() + " " + TOKEN).equals(call.header("Authorization")));
        }
    }

    @Test
    void aRunThatSucceededHasEnded() {
        assertThat(look(succeeded()))
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(Verdict.SUCCEEDED));
    }

    @Test
    void anUnknownStatusIsGoing() {
        assertThat(look(unknownStatus())).isInstanceOf(Look.Going.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Maintenance</html>", "{\"data\":", "not json"})
    void aBodyThatCannotBeReadIsNoAnswer(String body) {
        assertThat(look(Response.json(200, body))).isInstanceOf(Look.Unanswered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "[]", "7", "{\"data\":null}", "{\"data\":[]}", "{\"data\":{}}", "{\"status\":{}}"})
    void aBodyThatSaysNothingIsNoEnd(String body) {
        assertThat(look(Response.json(200, body))).isInstanceOfAny(Look.Going.class, Look.Unanswered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a5xxIsNoAnswerAndItsCodeIsTold(int status) {
        assertThat(look(Response.json(status, "\"out of order\"")))
                .isInstanceOfSatisfying(Look.Unanswered.class, unanswered -> {
                    assertThat(unanswered.trouble().what()).contains(Integer.toString(status), "out of order");
                    assertThat(unanswered.trouble().at()).isEqualTo(NOW);
                });
    }

    @Test
    void a429IsNoAnswerAndItsRetryAfterIsTold() {
        assertThat(look(Response.empty(429).with("Retry-After", "40")))
                .isInstanceOfSatisfying(
                        Look.Unanswered.class,
                        unanswered ->
                                assertThat(unanswered.trouble().retryAfter()).isEqualTo(Duration.ofSeconds(40)));
    }

    @Test
    void aLostConnectionIsNoAnswer() throws IOException {
        try (RawServer server = new RawServer(RawServer.Connection::read)) {
            assertThat(at(server.url()).look(startedRun())).isInstanceOf(Look.Unanswered.class);
        }
        try (DeafPort nobody = new DeafPort()) {
            assertThat(at(nobody.url()).look(startedRun())).isInstanceOf(Look.Unanswered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 403, 404, 410, 422})
    void anyOtherCodeIsARefusal(int status) {
        assertThat(look(Response.empty(status)))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused -> assertThat(refused.refusal().httpStatus()).isEqualTo(status));
    }

    @Test
    void a401ReadsTheCredentialAgainAndGoesOnUnderAFreshOne() {
        try (LocalServer server = LocalServer.answering(
                call -> (shape().scheme() + " " + FRESH_TOKEN).equals(call.header("Authorization"))
                        ? going()
                        : Response.empty(401))) {
            Credentials store = store(server.url());
            var provider = with(store);
            assertThat(provider.look(startedRun()))
                    .isInstanceOfSatisfying(
                            Look.Refused.class,
                            refused -> assertThat(refused.refusal().error()).isEqualTo(SyncError.UNAUTHORIZED));

            store.store(credential(FRESH_TOKEN, server.url()));

            assertThat(provider.look(startedRun())).isInstanceOf(Look.Going.class);
        }
    }

    @Test
    void aMissingCredentialIsNotTheEndOfARunThatWasStarted() {
        try (LocalServer server = LocalServer.answering(going())) {
            var provider = with(new Credentials("{\"baseUrl\":\"" + server.url() + "\"}"), true);

            assertThat(provider.look(startedRun())).isInstanceOf(Look.Unanswered.class);
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (LocalServer elsewhere = LocalServer.answering(succeeded());
                LocalServer server =
                        LocalServer.answering(Response.empty(302).with("Location", elsewhere.url() + "/x"))) {
            assertThat(at(server.url()).look(startedRun())).isInstanceOf(Look.Refused.class);
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void theLastLookAnswersAlike() {
        assertThat(lastLook(going())).isInstanceOf(Look.Going.class);
        assertThat(lastLook(succeeded())).isInstanceOf(Look.Ended.class);
        assertThat(lastLook(Response.empty(502))).isInstanceOf(Look.Unanswered.class);
    }

    private Look lastLook(Response response) {
        return answered(response, provider -> provider.lastLook(startedRun()));
    }

    @Test
    void nothingTellsTheToken() {
        for (int status : new int[] {200, 302, 400, 401, 403, 404, 429, 500, 503}) {
            assertThat(look(quotingTheToken(status)).toString()).doesNotContain(TOKEN);
        }
    }
}
