package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.Account;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Read;
import io.syncstep.sync.StartAnswer;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.RawServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to a provider under an account, and where it goes. */
class ApiCallsTest {

    @Test
    void aGetCarriesTheTokenAndNeitherBodyNorContentType() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"a\":1}"))) {
            Read<JsonNode> read = Apis.of(server).get("/syncs?slug=a%20b");

            assertThat(read).isInstanceOf(Read.Got.class);
            LocalServer.Call call = server.calls().getFirst();
            assertThat(call.line()).isEqualTo("GET /syncs?slug=a%20b");
            assertThat(call.header("Authorization")).isEqualTo("Bearer " + Apis.TOKEN);
            assertThat(call.header("Content-Type")).isNull();
            assertThat(call.header("Content-Length")).isNull();
            assertThat(call.header("Transfer-Encoding")).isNull();
            assertThat(call.body()).isEmpty();
        }
    }

    @Test
    void aPostWithABodyIsJson() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{}"))) {
            Apis.of(server).write("POST", "/syncs/1/trigger", "{\"fullResync\":true}");

            LocalServer.Call call = server.calls().getFirst();
            assertThat(call.line()).isEqualTo("POST /syncs/1/trigger");
            assertThat(call.header("Content-Type")).isEqualTo("application/json");
            assertThat(call.body()).isEqualTo("{\"fullResync\":true}");
        }
    }

    @Test
    void aPostWithoutABodyNamesNoContentType() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{}"))) {
            Apis.of(server).write("POST", "/v4/sources/1/sync", null);

            assertThat(server.calls().getFirst().header("Content-Type")).isNull();
            assertThat(server.calls().getFirst().body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndTheTokenGoesNowhereElse(int status) {
        try (LocalServer elsewhere = LocalServer.answering(Response.json(200, "{}"));
                LocalServer server =
                        LocalServer.answering(Response.empty(status).with("Location", elsewhere.url() + "/stolen"))) {
            Api api = Apis.of(server);

            assertThat(api.get("/a"))
                    .isInstanceOfSatisfying(
                            Read.Refused.class,
                            refused ->
                                    assertThat(refused.refusal().httpStatus()).isEqualTo(status));
            assertThat(api.write("POST", "/b", "{}")).isInstanceOf(Reply.Answered.class);
            assertThat(new StartCall(api, json -> new StartCall.Meaning.Unclear()).post("/c", null))
                    .isInstanceOf(StartAnswer.Rejected.class);

            assertThat(elsewhere.calls()).isEmpty();
            assertThat(server.calls()).hasSize(3);
        }
    }

    @Test
    void aCallWithoutTokenHasNoAuthorization() {
        try (LocalServer storage = LocalServer.answering(Response.json(200, "log"))) {
            Reply reply = Apis.of(storage).getWithoutToken(storage.uri("/log?signature=1"));

            assertThat(reply).isInstanceOf(Reply.Answered.class);
            assertThat(storage.calls().getFirst().header("Authorization")).isNull();
            assertThat(storage.lines()).containsExactly("GET /log?signature=1");
        }
    }

    @Test
    void aCallWithoutTokenGoesToNoPlainHttpHostBeyondThisMachine() {
        try (LocalServer server = LocalServer.answering(Response.empty(200))) {
            Reply reply =
                    Apis.of(server).getWithoutToken(java.net.URI.create("http://169.254.169.254/latest/meta-data"));

            assertThat(reply).isInstanceOf(Reply.NotSent.class);
        }
    }

    @Test
    void theCallsOfOneInvocationShareItsTime() throws IOException {
        try (RawServer silent = new RawServer(connection -> {
            connection.read();
            connection.read();
        })) {
            Account account =
                    Credentials.of("apiKey", Apis.TOKEN, silent.url()).account(ProviderName.HIGHTOUCH, Apis.SHAPE);
            Api api = new Api(new Http(), account, new TimeBudget(Duration.ofMillis(300)), Apis.clock());

            assertThat(api.get("/a")).isInstanceOf(Read.Unanswered.class);
            assertThat(api.write("POST", "/b", null)).isEqualTo(new Reply.NotSent("no time was left for the call"));
            assertThat(silent.count("POST")).isZero();
        }
    }
}
