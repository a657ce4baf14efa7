package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that did not end well has the Error that says how, through the real definition. */
class RunsWithoutSuccessTest {

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void aFailedRunCarriesTheProvidersText() {
        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":9000001}""");

        assertThat(ended.failedWith("SyncFailed").path("providerStatus").asText())
                .isEqualTo("failed");
        assertThat(ended.message()).contains("REQUEST_LIMIT_EXCEEDED");
    }

    @ParameterizedTest
    @ValueSource(longs = {9000001, 9000002, 9000003, 9000005})
    void aFailedPhaseFailsTheSource(long sourceId) {
        JsonNode cause = stage.run("{\"provider\":\"stitch\",\"sourceId\":" + sourceId + "}")
                .failedWith("SyncFailed");

        assertThat(cause.path("phases").isObject()).isTrue();
    }

    @Test
    void aCancelledRunIsNoSuccess() {
        stage.run("""
                {"provider":"hightouch","syncId":9000003}""").failedWith("SyncCancelled");
        stage.run("""
                {"provider":"stitch","sourceId":9000004}""").failedWith("SyncCancelled");
    }

    @Test
    void anInterruptedRunIsFollowedIntoTheOneThatResumesIt() {
        JsonNode result = stage.run("""
                {"provider":"hightouch","syncId":9000004}""").result();

        assertThat(result.path("previousRunIds").get(0).asText())
                .isNotEqualTo(result.path("runId").asText());
        assertThat(stage.hightouch().requests("POST", "**")).hasSize(1);
    }

    @Test
    void anInterruptedRunWithoutSuccessorEndsAfterTenMinutes() {
        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":9000005}""");

        ended.failedWith("SyncInterrupted");
        assertThat(ended.execution().waitedSeconds()).isBetween(600L, 660L);
    }

    @Test
    void aSupersededJobIsNeverASuccess() {
        stage.run("""
                {"provider":"stitch","sourceId":9000008}""").failedWith("OutcomeUnknown");
        stage.run("""
                {"provider":"stitch","sourceId":9000009}""").failedWith("OutcomeUnknown");
        stage.run("""
                {"provider":"stitch","sourceId":9000012}""").failedWith("SyncFailed");
    }

    @Test
    void aRunWithoutAnEndTimesOut() {
        assertThat(stage.run("""
                {"provider":"hightouch","syncId":9000006}""")
                        .failedWith("SyncTimedOut")
                        .path("providerStatus")
                        .asText())
                .isEqualTo("processing");
    }
}
