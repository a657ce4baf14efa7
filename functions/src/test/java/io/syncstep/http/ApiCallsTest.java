package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.Account;
import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.CredentialShape;
import io.syncstep.credentials.CredentialStore.Freshness;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Read;
import io.syncstep.sync.Refusal;
import io.syncstep.sync.StartAnswer;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.RawServer;
import io.syncstep.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to a provider under an account, and what is made of its answers. */
class ApiCallsTest {

    private static final CredentialShape SHAPE =
            new CredentialShape("apiKey", "Bearer", "https://host.invalid", List.of());
    private static final String TOKEN = "tok-1234567890";
    private static final String OTHER_TOKEN = "tok-0987654321";
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);

    @Test
    void aGetCarriesTheTokenAndNeitherBodyNorContentType() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"a\":1}"))) {
            Read<JsonNode> read = api(server).get("/syncs?slug=a%20b");

            assertThat(read).isInstanceOf(Read.Got.class);
            LocalServer.Call call = server.calls().getFirst();
            assertThat(call.line()).isEqualTo("GET /syncs?slug=a%20b");
            assertThat(call.header("Authorization")).isEqualTo("Bearer " + TOKEN);
            assertThat(call.header("Content-Type")).isNull();
            assertThat(call.header("Content-Length")).isNull();
            assertThat(call.header("Transfer-Encoding")).isNull();
            assertThat(call.body()).isEmpty();
        }
    }

    @Test
    void aPostWithABodyIsJson() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{}"))) {
            api(server).write("POST", "/syncs/1/trigger", "{\"fullResync\":true}");

            LocalServer.Call call = server.calls().getFirst();
            assertThat(call.line()).isEqualTo("POST /syncs/1/trigger");
            assertThat(call.header("Content-Type")).isEqualTo("application/json");
            assertThat(call.body()).isEqualTo("{\"fullResync\":true}");
        }
    }

    @Test
    void aPostWithoutABodyNamesNoContentType() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{}"))) {
            api(server).write("POST", "/v4/sources/1/sync", null);

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
            Api api = api(server);

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
            Reply reply = api(storage).getWithoutToken(storage.uri("/log?signature=1"));

            assertThat(reply).isInstanceOf(Reply.Answered.class);
            assertThat(storage.calls().getFirst().header("Authorization")).isNull();
            assertThat(storage.lines()).containsExactly("GET /log?signature=1");
        }
    }

    @Test
    void aCallWithoutTokenGoesToNoPlainHttpHostBeyondThisMachine() {
        try (LocalServer server = LocalServer.answering(Response.empty(200))) {
            Reply reply = api(server).getWithoutToken(java.net.URI.create("http://169.254.169.254/latest/meta-data"));

            assertThat(reply).isInstanceOf(Reply.NotSent.class);
        }
    }

    @Test
    void aGetThatIsUnauthorizedReadsTheCredentialAgainAndIsRepeatedOnce() {
        try (LocalServer server = LocalServer.answering(Response.empty(401), Response.json(200, "{}"))) {
            Credentials store = Credentials.of("apiKey", TOKEN, server.url());

            assertThat(api(store).get("/a")).isInstanceOf(Read.Got.class);

            assertThat(store.reads()).containsExactly(Freshness.CACHED, Freshness.FRESH);
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void aGetThatIsUnauthorizedAgainIsRefusedWithTheProvidersOwnWords() {
        try (LocalServer server = LocalServer.answering(
                Response.json(401, "{\"message\":\"Authentication error\",\"details\":\"Token is invalid\"}"))) {
            Read<JsonNode> read = api(server).get("/a");

            assertThat(read)
                    .isEqualTo(new Read.Refused<JsonNode>(
                            new Refusal(401, "Unauthorized", "Authentication error: Token is invalid")));
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void thePostIsNotRepeatedAfterA401WhileTheStoreHoldsTheSameCredential() {
        try (LocalServer server = LocalServer.answering(Response.empty(401))) {
            Reply reply = api(server).write("POST", "/a", "{}");

            assertThat(reply).isInstanceOf(Reply.Answered.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void thePostIsRepeatedOnceAfterA401WithTheCredentialThatIsStoredByNow() {
        try (LocalServer server = LocalServer.answering(Response.empty(401))) {
            Credentials store = Credentials.of("apiKey", TOKEN, server.url());
            Api api = api(store);
            api.credential();
            store.store(Credentials.json("apiKey", OTHER_TOKEN, server.url()));

            api.write("POST", "/a", "{}");

            assertThat(server.calls())
                    .extracting(call -> call.header("Authorization"))
                    .containsExactly("Bearer " + TOKEN, "Bearer " + OTHER_TOKEN);
        }
    }

    @Test
    void neitherTheOldNorTheNewTokenIsEchoed() {
        try (LocalServer server = LocalServer.answering(
                Response.empty(401), Response.json(403, "{\"message\":\"" + TOKEN + " and " + OTHER_TOKEN + "\"}"))) {
            Credentials store = Credentials.of("apiKey", TOKEN, server.url());
            Api api = api(store);
            api.credential();
            store.store(Credentials.json("apiKey", OTHER_TOKEN, server.url()));

            Read<JsonNode> read = api.get("/a");

            assertThat(read.toString()).contains("403").doesNotContain(TOKEN).doesNotContain(OTHER_TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 599})
    void whatMayPassIsNoRefusal(int status) {
        try (LocalServer server =
                LocalServer.answering(Response.json(status, "\"Try later.\"").with("Retry-After", "17"))) {
            assertThat(api(server).get("/a")).isInstanceOfSatisfying(Read.Unanswered.class, unanswered -> {
                assertThat(unanswered.trouble().what()).startsWith(status + " ").endsWith(": Try later.");
                assertThat(unanswered.trouble().at()).isEqualTo(NOW);
                assertThat(unanswered.trouble().retryAfter()).isEqualTo(Duration.ofSeconds(17));
            });
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>sign in</html>", "", "{\"id\":"})
    void aGoodAnswerThatIsNoJsonIsNoAnswer(String body) {
        try (LocalServer server = LocalServer.answering(Response.json(200, body))) {
            assertThat(api(server).get("/a")).isInstanceOf(Read.Unanswered.class);
        }
    }

    @Test
    void anAnswerNestedBeyondReasonIsNoAnswerRatherThanACrash() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "[".repeat(100_000)))) {
            assertThat(api(server).get("/a")).isInstanceOf(Read.Unanswered.class);
        }
        try (LocalServer server = LocalServer.answering(Response.json(400, "[".repeat(100_000)))) {
            assertThat(api(server).get("/a")).isInstanceOf(Read.Refused.class);
        }
    }

    @Test
    void whatAProviderSaysIsCutToFourThousandCharacters() {
        try (LocalServer server = LocalServer.answering(Response.json(400, "x".repeat(1_000_000)))) {
            assertThat(api(server).get("/a"))
                    .isInstanceOfSatisfying(
                            Read.Refused.class,
                            refused -> assertThat(refused.refusal().providerMessage())
                                    .hasSize(4001)
                                    .endsWith("…"));
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsTroubleAndNothingIsSent() {
        Account account = new Account(
                (provider, name, freshness) -> {
                    throw new CredentialStoreUnavailable("the store is slow today", new IllegalStateException());
                },
                ProviderName.HIGHTOUCH,
                "default",
                SHAPE);
        Api api = new Api(new Http(), account, new TimeBudget(Duration.ofSeconds(10)), clock);

        assertThat(api.authenticate()).isInstanceOf(Read.Unanswered.class);
        assertThat(api.get("/a")).isInstanceOf(Read.Unanswered.class);
        assertThat(api.write("POST", "/a", null)).isEqualTo(new Reply.NotSent("the store is slow today"));
    }

    @Test
    void aMissingCredentialIsTold() {
        Account account =
                new Account((provider, name, freshness) -> Optional.empty(), ProviderName.STITCH, "acme", SHAPE);
        Api api = new Api(new Http(), account, new TimeBudget(Duration.ofSeconds(10)), clock);

        assertThatThrownBy(() -> api.get("/a"))
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining("stitch/acme")
                .hasMessageContaining("apiKey");
    }

    @Test
    void theCallsOfOneInvocationShareItsTime() throws IOException {
        try (RawServer silent = new RawServer(connection -> {
            connection.read();
            connection.read();
        })) {
            Account account = Credentials.of("apiKey", TOKEN, silent.url()).account(ProviderName.HIGHTOUCH, SHAPE);
            Api api = new Api(new Http(), account, new TimeBudget(Duration.ofMillis(300)), clock);

            assertThat(api.get("/a")).isInstanceOf(Read.Unanswered.class);
            assertThat(api.write("POST", "/b", null)).isEqualTo(new Reply.NotSent("no time was left for the call"));
            assertThat(silent.count("POST")).isZero();
        }
    }

    private Api api(LocalServer server) {
        return api(Credentials.of("apiKey", TOKEN, server.url()));
    }

    private Api api(Credentials store) {
        return new Api(
                new Http(),
                store.account(ProviderName.HIGHTOUCH, SHAPE),
                new TimeBudget(Duration.ofSeconds(20)),
                clock);
    }
}
