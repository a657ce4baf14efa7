package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rows of the contract's section 1 say of what is run, and of how its end is judged, through the real definition. */
class RequestRowsTest {

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void theLeastHightouchRequestSucceeds() {
        JsonNode result = stage.run("""
                {"provider":"hightouch","syncId":1234567}""").result();

        assertThat(result.path("status").asText()).isEqualTo("succeeded");
        assertThat(result.path("providerStatus").asText()).isEqualTo("success");
        assertThat(result.path("taskId").textValue()).isEqualTo("1234567");
        assertThat(result.path("runId").textValue())
                .isEqualTo(stage.hightouch().runIds("1234567").getLast());
        assertThat(result.path("rows").path("planned").path("added").asLong()).isPositive();
        assertThat(result.path("url").textValue())
                .isEqualTo("https://app.hightouch.com/acme/syncs/1234567/runs/"
                        + result.path("runId").textValue());
        assertThat(stage.hightouch().requests("POST", "/syncs/1234567/trigger")).hasSize(1);
    }

    @Test
    void theLeastStitchRequestSucceeds() {
        JsonNode result = stage.run("""
                {"provider":"stitch","sourceId":120643}""").result();

        assertThat(result.path("phases")).hasToString("{\"discovery\":0,\"tap\":0,\"target\":0}");
        assertThat(result.path("runId").textValue()).contains(".120643.");
        assertThat(result.has("rows")).isFalse();
        assertThat(result.path("durationSeconds").asLong()).isEqualTo(24);
    }

    @Test
    void aSlugIsResolvedBeforeTheStart() {
        JsonNode cause = stage.run("""
                {"provider":"hightouch","syncSlug":"fails"}""").failedWith("SyncFailed");

        assertThat(cause.path("taskId").textValue()).isEqualTo("9000001");
        assertThat(stage.hightouch().requests("POST", "/syncs/9000001/trigger")).hasSize(1);
    }

    @Test
    void aSequenceReportsItsMembers() {
        stage.hightouch().addSequence("123e4567-e89b-12d3-a456-426614174000", "11", "12");

        JsonNode result = stage.run("""
                {"provider":"hightouch","sequenceId":"123e4567-e89b-12d3-a456-426614174000"}""").result();

        assertThat(result.path("members").findValuesAsText("taskId")).containsExactly("11", "12");
        assertThat(result.path("members").findValuesAsText("status")).containsOnly("success");
        assertThat(result.has("rows")).isFalse();
    }

    @Test
    void aMemberThatDidNotSucceedFailsItsSequence() {
        stage.hightouch().addSequence("123e4567-e89b-12d3-a456-426614174000", "11", "9000002");

        Ended ended = stage.run("""
                {"provider":"hightouch","sequenceId":"123e4567-e89b-12d3-a456-426614174000"}""");

        assertThat(ended.failedWith("SyncFailed").path("members").findValuesAsText("status"))
                .contains("warning");
        assertThat(ended.message()).contains("9000002").contains("warning");
    }

    @Test
    void theAccountChoosesTheCredential() {
        stage.store("hightouch/acme-2", stage.hightouchCredential("second-key"));

        stage.run("""
                {"provider":"hightouch","syncId":1,"account":"acme-2"}""").result();

        assertThat(stage.hightouch().requests())
                .allSatisfy(request -> assertThat(request.authorization()).isEqualTo("Bearer second-key"));
    }

    @Test
    void fullResyncIsAskedFor() {
        stage.run("""
                {"provider":"hightouch","syncId":1,"fullResync":true}""").result();

        assertThat(stage.hightouch()
                        .requests("POST", HIGHTOUCH_TRIGGER)
                        .getFirst()
                        .body())
                .isEqualTo("{\"fullResync\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"onWarning\":\"fail\"' | SyncFailed",
                "'\"onWarning\":\"succeed\"' | ",
                "'\"maxFailedRows\":7' | ",
                "'\"maxFailedRows\":6' | SyncFailed",
                "'\"maxFailedRows\":6,\"onWarning\":\"succeed\"' | SyncFailed",
                "'\"maxFailedRows\":0' | SyncFailed",
            })
    void aWarningIsJudgedAsAsked(String field, String error) {
        Ended ended = stage.run("{\"provider\":\"hightouch\",\"syncId\":9000002," + field + "}");

        if (error == null) {
            assertThat(ended.result().path("providerStatus").asText()).isEqualTo("warning");
        } else {
            assertThat(ended.failedWith(error)
                            .path("rows")
                            .path("failed")
                            .path("added")
                            .asLong())
                    .isEqualTo(5);
        }
    }
}
