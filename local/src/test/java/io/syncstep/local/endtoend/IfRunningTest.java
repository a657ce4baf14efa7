package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What ifRunning says where a run of the task is in progress, by provider. */
class IfRunningTest {

    @AutoClose
    private final Stage stage = new Stage();

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
}
