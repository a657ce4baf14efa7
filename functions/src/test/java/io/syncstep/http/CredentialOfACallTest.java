package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.Account;
import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.CredentialStore.Freshness;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Read;
import io.syncstep.sync.Refusal;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The credential of a call: read again after a 401, missing, not to be had, and never echoed. */
class CredentialOfACallTest {

    private static final String OTHER_TOKEN = "tok-0987654321";

    @Test
    void aGetThatIsUnauthorizedReadsTheCredentialAgainAndIsRepeatedOnce() {
        try (LocalServer server = LocalServer.answering(Response.empty(401), Response.json(200, "{}"))) {
            Credentials store = Credentials.of("apiKey", Apis.TOKEN, server.url());

            assertThat(Apis.of(store).get("/a")).isInstanceOf(Read.Got.class);

            assertThat(store.reads()).containsExactly(Freshness.CACHED, Freshness.FRESH);
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void aGetThatIsUnauthorizedAgainIsRefusedWithTheProvidersOwnWords() {
        try (LocalServer server = LocalServer.answering(
                Response.json(401, "{\"message\":\"Authentication error\",\"details\":\"Token is invalid\"}"))) {
            Read<JsonNode> read = Apis.of(server).get("/a");

            assertThat(read)
                    .isEqualTo(new Read.Refused<JsonNode>(
                            new Refusal(401, "Unauthorized", "Authentication error: Token is invalid")));
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void thePostIsNotRepeatedAfterA401WhileTheStoreHoldsTheSameCredential() {
        try (LocalServer server = LocalServer.answering(Response.empty(401))) {
            Reply reply = Apis.of(server).write("POST", "/a", "{}");

            assertThat(reply).isInstanceOf(Reply.Answered.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void thePostIsRepeatedOnceAfterA401WithTheCredentialThatIsStoredByNow() {
        try (LocalServer server = LocalServer.answering(Response.empty(401))) {
            Credentials store = Credentials.of("apiKey", Apis.TOKEN, server.url());
            Api api = Apis.of(store);
            api.credential();
            store.store(Credentials.json("apiKey", OTHER_TOKEN, server.url()));

            api.write("POST", "/a", "{}");

            assertThat(server.calls())
                    .extracting(call -> call.header("Authorization"))
                    .containsExactly("Bearer " + Apis.TOKEN, "Bearer " + OTHER_TOKEN);
        }
    }

    @Test
    void neitherTheOldNorTheNewTokenIsEchoed() {
        try (LocalServer server = LocalServer.answering(
                Response.empty(401),
                Response.json(403, "{\"message\":\"" + Apis.TOKEN + " and " + OTHER_TOKEN + "\"}"))) {
            Credentials store = Credentials.of("apiKey", Apis.TOKEN, server.url());
            Api api = Apis.of(store);
            api.credential();
            store.store(Credentials.json("apiKey", OTHER_TOKEN, server.url()));

            Read<JsonNode> read = api.get("/a");

            assertThat(read.toString())
                    .contains("403")
                    .doesNotContain(Apis.TOKEN)
                    .doesNotContain(OTHER_TOKEN);
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
                Apis.SHAPE);
        Api api = new Api(new Http(), account, new TimeBudget(Duration.ofSeconds(10)), Apis.clock());

        assertThat(api.authenticate()).isInstanceOf(Read.Unanswered.class);
        assertThat(api.get("/a")).isInstanceOf(Read.Unanswered.class);
        assertThat(api.write("POST", "/a", null)).isEqualTo(new Reply.NotSent("the store is slow today"));
    }

    @Test
    void aMissingCredentialIsTold() {
        Account account =
                new Account((provider, name, freshness) -> Optional.empty(), ProviderName.STITCH, "acme", Apis.SHAPE);
        Api api = new Api(new Http(), account, new TimeBudget(Duration.ofSeconds(10)), Apis.clock());

        assertThatThrownBy(() -> api.get("/a"))
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining("stitch/acme")
                .hasMessageContaining("apiKey");
    }
}
