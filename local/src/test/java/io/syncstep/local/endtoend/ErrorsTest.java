package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_RUNS;
import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Where;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Errors of the contract's section 3 that come before or beside the end of a run, through the real definition. */
class ErrorsTest {

    @AutoClose
    private final Stage stage = new Stage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"hightouch\"",
                "null",
                "{\"provider\":\"airbyte\"}",
                "{\"provider\":\"hightouch\"}",
                "{\"provider\":\"hightouch\",\"syncId\":\"1\"}",
                "{\"provider\":\"hightouch\",\"syncId\":1.0}",
                "{\"provider\":\"hightouch\",\"syncId\":1,\"syncSlug\":\"a\"}",
                "{\"provider\":\"stitch\",\"sourceId\":1,\"ifRunning\":\"queue\"}",
                "{\"provider\":\"stitch\",\"sourceId\":1,\"timeoutSeconds\":59}",
                "{\"provider\":\"stitch\",\"sourceId\":1,\"minWaitSeconds\":20,\"maxWaitSeconds\":10}"
            })
    void anInvalidRequestCallsNobody(String request) {
        assertThat(stage.run(request)
                        .failedWith("InvalidRequest")
                        .path("message")
                        .asText())
                .isNotEmpty();

        assertThat(stage.hightouch().requests()).isEmpty();
        assertThat(stage.stitch().requests()).isEmpty();
    }

    @Test
    void anInvalidRequestNamesItsTaskAsFarAsItIsValid() {
        JsonNode cause = stage.run("""
                {"provider":"stitch","sourceId":7,"account":"not valid 9","timeoutSeconds":5}""").failedWith("InvalidRequest");

        assertThat(cause.path("provider").textValue()).isEqualTo("stitch");
        assertThat(cause.path("taskId").textValue()).isEqualTo("7");
        assertThat(cause.has("account")).isFalse();
    }

    @Test
    void unauthorizedCarriesTheProvidersOwnMessage() {
        stage.hightouch().acceptTokens("another");

        JsonNode cause = stage.run("""
                {"provider":"hightouch","syncId":1}""").failedWith("Unauthorized");

        assertThat(cause.path("httpStatus").asInt()).isEqualTo(401);
        assertThat(cause.path("message").asText()).contains("Token is invalid", "hightouch/default");
    }

    @Test
    void aKeyThatBecomesInvalidInMidRunIsNamed() {
        stage.hightouch().faults().plan(Where.every("GET", HIGHTOUCH_RUNS), Fault.before(Damage.status(401)));

        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":1}""");

        assertThat(ended.failedWith("Unauthorized").path("runId").isTextual()).isTrue();
        assertThat(ended.message()).contains("The run goes on");
    }

    @Test
    void notFoundCarriesTheReason() {
        JsonNode cause = stage.run("""
                {"provider":"hightouch","syncId":9000404}""").failedWith("NotFound");

        assertThat(cause.path("httpStatus").asInt()).isEqualTo(404);
        assertThat(cause.path("message").asText()).contains("404 Not Found");
    }

    @Test
    void anUnknownSlugIsNotFound() {
        JsonNode cause = stage.run("""
                {"provider":"hightouch","syncSlug":"no-such-slug"}""").failedWith("NotFound");

        assertThat(cause.path("message").asText()).contains("no-such-slug", "Not Found");
        assertThat(cause.has("taskId")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9000422, Validation failed", "9000500, 500 Internal Server Error"})
    void providerErrorCarriesReasonAndMessage(long syncId, String words) {
        JsonNode cause = stage.run("{\"provider\":\"hightouch\",\"syncId\":" + syncId + "}")
                .failedWith("ProviderError");

        assertThat(cause.path("message").asText()).contains(words);
        assertThat(stage.hightouch().runIds(Long.toString(syncId))).isEmpty();
    }

    @Test
    void aMissingCredentialIsNamed() {
        stage.forget("stitch/default");

        JsonNode cause = stage.run("""
                {"provider":"stitch","sourceId":1}""").failedWith("CredentialNotFound");

        assertThat(cause.path("message").asText()).contains("stitch/default", "accessToken");
        assertThat(stage.stitch().requests()).isEmpty();
    }

    @Test
    void aMalformedCredentialIsNamedWithoutItsValue() {
        stage.store("hightouch/default", """
                {"apiKey":"top secret key","baseUrl":"https://api.hightouch.com"}""");

        JsonNode cause = stage.run("""
                {"provider":"hightouch","syncId":1}""").failedWith("CredentialNotFound");

        assertThat(cause.path("message").asText()).contains("apiKey").doesNotContain("top secret");
    }

    @Test
    void alreadyRunningNamesTheRun() {
        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":9000007,"ifRunning":"fail"}""");

        assertThat(ended.failedWith("AlreadyRunning").path("runId").isTextual()).isTrue();
    }

    @Test
    void aStartThatCannotBeConfirmedSaysSo() {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.before(new Damage.Drop()));

        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":1}""");

        ended.failedWith("TriggerUnconfirmed");
        assertThat(ended.message()).contains("sync 1", "look there before starting again");
        assertThat(stage.hightouch().requests("POST", "**")).hasSize(1);
    }
}
