package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Read;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the answers of a provider. */
class ApiAnswersTest {

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 599})
    void whatMayPassIsNoRefusal(int status) {
        try (LocalServer server =
                LocalServer.answering(Response.json(status, "\"Try later.\"").with("Retry-After", "17"))) {
            assertThat(Apis.of(server).get("/a")).isInstanceOfSatisfying(Read.Unanswered.class, unanswered -> {
                assertThat(unanswered.trouble().what()).startsWith(status + " ").endsWith(": Try later.");
                assertThat(unanswered.trouble().at()).isEqualTo(Apis.NOW);
                assertThat(unanswered.trouble().retryAfter()).isEqualTo(Duration.ofSeconds(17));
            });
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>sign in</html>", "", "{\"id\":"})
    void aGoodAnswerThatIsNoJsonIsNoAnswer(String body) {
        try (LocalServer server = LocalServer.answering(Response.json(200, body))) {
            assertThat(Apis.of(server).get("/a")).isInstanceOf(Read.Unanswered.class);
        }
    }

    @Test
    void anAnswerNestedBeyondReasonIsNoAnswerRatherThanACrash() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "[".repeat(100_000)))) {
            assertThat(Apis.of(server).get("/a")).isInstanceOf(Read.Unanswered.class);
        }
        try (LocalServer server = LocalServer.answering(Response.json(400, "[".repeat(100_000)))) {
            assertThat(Apis.of(server).get("/a")).isInstanceOf(Read.Refused.class);
        }
    }

    @Test
    void whatAProviderSaysIsCutToFourThousandCharacters() {
        try (LocalServer server = LocalServer.answering(Response.json(400, "x".repeat(1_000_000)))) {
            assertThat(Apis.of(server).get("/a"))
                    .isInstanceOfSatisfying(
                            Read.Refused.class,
                            refused -> assertThat(refused.refusal().providerMessage())
                                    .hasSize(4001)
                                    .endsWith("…"));
        }
    }
}
