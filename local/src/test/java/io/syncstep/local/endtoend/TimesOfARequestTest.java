package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.simulator.hightouch.RunScript;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The fields of a request that say how long is waited. */
class TimesOfARequestTest {

    @AutoClose
    private final Stage stage = new Stage();

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
}
