package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.StopAnswer;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.DeafPort;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.RawServer;
import io.syncstep.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop call is sent once; where a second one can stop nothing else, once more on doubt. */
class CancelCallTest {

    private static final CredentialShape SHAPE =
            new CredentialShape("apiKey", "Bearer", "https://host.invalid", List.of());
    private static final Response OK = Response.json(200, "{\"data\":{}}");

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void anyCodeOfSuccessIsAYes(int status) {
        try (LocalServer server = LocalServer.answering(Response.empty(status))) {
            assertThat(once(server.url())).isEqualTo(new StopAnswer.Stopped());
            assertThat(server.lines()).containsExactly("POST /stop");
        }
    }

    @Test
    void theProvidersOwnErrorObjectIsANoWhateverTheCode() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"error\":{\"message\":\"Gone.\"}}"))) {
            assertThat(once(server.url())).isEqualTo(new StopAnswer.NotStopped("200 OK: Gone."));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a5xxIsRepeatedOnceWhereThatWasAskedFor(int status) {
        try (LocalServer server = LocalServer.answering(Response.empty(status), OK)) {
            assertThat(onceMoreOnDoubt(server.url())).isEqualTo(new StopAnswer.Stopped());
            assertThat(server.calls()).hasSize(2);
        }
        try (LocalServer server = LocalServer.answering(Response.empty(status))) {
            assertThat(onceMoreOnDoubt(server.url())).isInstanceOf(StopAnswer.NotStopped.class);
            assertThat(server.calls()).hasSize(2);
        }
        try (LocalServer server = LocalServer.answering(Response.empty(status))) {
            assertThat(once(server.url())).isInstanceOf(StopAnswer.NotStopped.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 409, 429})
    void aSureNoIsNotRepeated(int status) {
        try (LocalServer server = LocalServer.answering(Response.empty(status))) {
            assertThat(onceMoreOnDoubt(server.url())).isInstanceOf(StopAnswer.NotStopped.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void aLostAnswerIsRepeatedOnceWhereThatWasAskedFor() throws IOException {
        try (RawServer server = new RawServer(RawServer.Connection::read)) {
            assertThat(onceMoreOnDoubt(server.url())).isEqualTo(new StopAnswer.NotStopped("connection lost"));
            assertThat(server.count("POST")).isEqualTo(2);
        }
        try (RawServer server = new RawServer(RawServer.Connection::read)) {
            assertThat(once(server.url())).isEqualTo(new StopAnswer.NotStopped("connection lost"));
            assertThat(server.count("POST")).isEqualTo(1);
        }
    }

    /** The second call must still fit into the time of the function. */
    @Test
    void anAnswerThatDoesNotComeLeavesTimeForTheSecondCall() throws IOException {
        Limits limits = new Limits(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(20));
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            Thread.sleep(10_000);
        })) {
            assertThat(call(server.url(), limits).onceMoreOnDoubt("POST", "/stop"))
                    .isInstanceOf(StopAnswer.NotStopped.class);
            assertThat(server.count("POST")).isEqualTo(2);
        }
    }

    @Test
    void whatCouldNotBeSentIsNotRepeated() throws IOException {
        try (DeafPort nobody = new DeafPort()) {
            assertThat(onceMoreOnDoubt(nobody.url())).isEqualTo(new StopAnswer.NotStopped("connection refused"));
        }
    }

    private static StopAnswer once(String url) {
        return call(url, Limits.USUAL).once("POST", "/stop");
    }

    private static StopAnswer onceMoreOnDoubt(String url) {
        return call(url, Limits.USUAL).onceMoreOnDoubt("POST", "/stop");
    }

    private static CancelCall call(String url, Limits limits) {
        Credentials store = Credentials.of("apiKey", "key-1", url);
        Api api = new Api(
                new Http(),
                store.account(ProviderName.HIGHTOUCH, SHAPE),
                new TimeBudget(limits),
                SettableClock.at("2026-11-22T08:00:00Z"));
        return new CancelCall(api, json -> json.hasNonNull("error"));
    }
}
