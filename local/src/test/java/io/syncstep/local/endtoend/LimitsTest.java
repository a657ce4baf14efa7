package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH;
import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.hightouch.RunScript;
import io.syncstep.local.simulator.stitch.ExtractionScript;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Where;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of the platform: history, texts, numbers. */
class LimitsTest {

    @AutoClose
    private final Stage stage = new Stage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"provider\":\"hightouch\",\"syncId\":9000006,\"timeoutSeconds\":86400}",
                "{\"provider\":\"hightouch\",\"syncId\":9000006,\"timeoutSeconds\":86400,\"maxWaitSeconds\":1}",
                "{\"provider\":\"stitch\",\"sourceId\":9000006,\"timeoutSeconds\":86400,\"maxWaitSeconds\":1}"
            })
    void aDayWithoutAnEndTimesOutWithinTheHistoryLimit(String request) {
        Ended ended = stage.run(request);

        ended.failedWith("SyncTimedOut");
        assertThat(ended.execution().waitedSeconds()).isBetween(86_400L, 86_402L);
        assertThat(ended.execution().historyEvents()).isLessThan(25_000);
    }

    @Test
    void hoursOfThrottlingStayWithinTheHistoryLimit() {
        stage.hightouch()
                .faults()
                .plan(
                        Where.every("POST", HIGHTOUCH_TRIGGER),
                        Fault.before(new Damage.Instead(Reply.empty(429).with("Retry-After", "1"))));

        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":77,"timeoutSeconds":7200}""");

        ended.failedWith("ProviderError");
        assertThat(ended.execution().historyEvents()).isLessThan(25_000);
    }

    @Test
    void idsAbove2To53PassUnharmed() {
        stage.hightouch().nextRunId(9_223_372_036_854_775_000L);
        stage.hightouch().writeRunIdsAsNumbers();

        JsonNode result = stage.run("""
                {"provider":"hightouch","syncId":9007199254740993}""").result();

        assertThat(result.path("taskId").textValue()).isEqualTo("9007199254740993");
        assertThat(result.path("runId").textValue()).isEqualTo("9223372036854775000");
        assertThat(stage.hightouch().requests("POST", "/syncs/9007199254740993/trigger"))
                .hasSize(1);
    }

    @Test
    void anErrorTextOf200KilobytesStillGivesACause() {
        String wild = "He said: \"no\"\n\tüß😀\\ ".repeat(10_000);
        stage.hightouch().play("77", RunScript.ending("failed").withError(wild));

        Ended ended = stage.run(HIGHTOUCH);

        JsonNode cause = ended.failedWith("SyncFailed");
        assertThat(ended.execution().cause()).hasSizeLessThanOrEqualTo(32_768);
        assertThat(cause.path("message").asText()).contains("He said: \"no\"\n\tüß😀\\");
        assertThat(cause.path("runId").isTextual()).isTrue();
    }

    @Test
    void aTokenInAProvidersTextIsNotToldOn() {
        stage.hightouch()
                .play("77", RunScript.ending("failed").withError("Bad header Authorization: Bearer " + Stage.API_KEY));

        Ended ended = stage.run(HIGHTOUCH);

        ended.failedWith("SyncFailed");
        assertThat(ended.execution().cause()).doesNotContain(Stage.API_KEY);
        assertThat(ended.message()).contains("***");
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
