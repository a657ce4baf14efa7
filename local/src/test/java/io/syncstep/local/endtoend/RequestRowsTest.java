package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.hightouch.RunScript;
import io.syncstep.local.simulator.stitch.ExtractionScript;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the contract's section 1, through the real definition. */
class RequestRowsTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

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
                        .requests("POST", "/syncs/*/trigger")
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

    @Test
    void queueStartsBehindTheRunInProgress() {
        JsonNode result = stage.run("""
                {"provider":"hightouch","syncId":9000007,"ifRunning":"queue"}""").result();

        assertThat(result.path("attached").asBoolean()).isFalse();
        assertThat(stage.hightouch().runIds("9000007"))
                .hasSize(2)
                .last()
                .isEqualTo(result.path("runId").asText());
    }

    @Test
    void attachFollowsTheRunInProgress() {
        JsonNode result = stage.run("""
                {"provider":"hightouch","syncId":9000007,"ifRunning":"attach"}""").result();

        assertThat(result.path("attached").asBoolean()).isTrue();
        assertThat(stage.hightouch().requests("POST", "**")).isEmpty();
    }

    @Test
    void attachStartsARunWhereNoneIsInProgress() {
        JsonNode result = stage.run("""
                {"provider":"hightouch","syncId":5,"ifRunning":"attach"}""").result();

        assertThat(result.path("attached").asBoolean()).isFalse();
        assertThat(stage.hightouch().requests("POST", "**")).hasSize(1);
    }

    @Test
    void failStartsNothingWhereARunIsInProgress() {
        stage.run("""
                {"provider":"hightouch","syncId":9000007,"ifRunning":"fail"}""").failedWith("AlreadyRunning");

        assertThat(stage.hightouch().requests("POST", "**")).isEmpty();
    }

    @Test
    void stitchAttachesByDefault() {
        JsonNode result = stage.run("""
                {"provider":"stitch","sourceId":9000007}""").result();

        assertThat(result.path("attached").asBoolean()).isTrue();
        assertThat(stage.stitch().requests("POST", "**")).hasSize(1);
    }

    @Test
    void stitchFailsWhereAJobIsInProgressAndThatWasAsked() {
        stage.run("""
                {"provider":"stitch","sourceId":9000007,"ifRunning":"fail"}""").failedWith("AlreadyRunning");
    }

    @Test
    void timeoutSecondsEndsTheExecutionThen() {
        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":9000006,"timeoutSeconds":600}""");

        assertThat(ended.failedWith("SyncTimedOut").path("runId").isTextual()).isTrue();
        assertThat(ended.execution().waitedSeconds()).isBetween(600L, 602L);
        assertThat(ended.message()).contains("10 min", "processing", "goes on", "https://app.hightouch.com/acme");
    }

    @Test
    void stopOnTimeoutStopsOurJob() {
        Ended ended = stage.run("""
                {"provider":"stitch","sourceId":9000006,"timeoutSeconds":60}""");

        ended.failedWith("SyncTimedOut");
        assertThat(stage.stitch().requests("DELETE", "/v4/sources/*/sync")).hasSize(1);
        assertThat(ended.message()).contains("stopped in Stitch");
    }

    @Test
    void withoutStopOnTimeoutTheJobGoesOn() {
        Ended ended = stage.run("""
                {"provider":"stitch","sourceId":9000006,"timeoutSeconds":60,"stopOnTimeout":false}""");

        ended.failedWith("SyncTimedOut");
        assertThat(stage.stitch().requests("DELETE", "**")).isEmpty();
        assertThat(ended.message()).contains("goes on", "stopOnTimeout is false");
    }

    @Test
    void minWaitSecondsHoldsTheChecksApart() {
        stage.hightouch().play("1", RunScript.succeedingAfter(Duration.ofMinutes(10)));

        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":1,"minWaitSeconds":120}""");

        ended.result();
        assertThat(ended.waits()).allSatisfy(wait -> assertThat(wait).isGreaterThanOrEqualTo(120));
    }

    @Test
    void maxWaitSecondsKeepsTheChecksTogether() {
        stage.hightouch().play("1", RunScript.succeedingAfter(Duration.ofMinutes(10)));

        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":1,"maxWaitSeconds":7}""");

        ended.result();
        assertThat(ended.waits()).allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(7));
    }

    @Test
    void ourJobIsFoundOnALaterPageOfTheList() {
        for (int source = 1; source <= 250; source++) {
            stage.stitch()
                    .addExtraction(
                            source, stage.time().clock().instant().minusSeconds(600), ExtractionScript.succeeding());
        }

        stage.run("""
                {"provider":"stitch","sourceId":120643}""").result();

        assertThat(stage.stitch().requests("GET", "/v4/*/extractions"))
                .anyMatch(page -> page.query().contains("page=3"));
    }

    @Test
    void stitchIsNotCheckedMoreOftenThanItsBudgetAllows() {
        Ended ended = stage.run("""
                {"provider":"stitch","sourceId":9000006,"timeoutSeconds":600,"maxWaitSeconds":1}""");

        ended.failedWith("SyncTimedOut");
        assertThat(stage.stitch().requests("GET", "/v4/*/extractions")).hasSizeLessThanOrEqualTo(30);
    }
}
