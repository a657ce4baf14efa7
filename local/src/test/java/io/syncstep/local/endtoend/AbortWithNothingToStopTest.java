package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An execution that was ended before its run started, or once that had its end, stops nothing. */
class AbortWithNothingToStopTest {

    @AutoClose
    private final Stage stage = new Stage();

    private final Aborts aborts = new Aborts(stage);

    @ParameterizedTest
    @ValueSource(strings = {"Note what was asked", "Look before starting", "May it start?"})
    void nothingIsDoneBeforeTheStart(String state) {
        assertThat(aborts.afterAbort(aborts.endedIn(state, 1, Aborts.ENDLESS))).contains("start");
        assertThat(aborts.stops()).isZero();
        assertThat(stage.stitch().requests("GET", "/v4/*/extractions")).isEmpty();
        aborts.assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void nothingIsDoneForARequestThatWasInvalid() {
        assertThat(aborts.afterAbort(aborts.endedIn("Sync failed", 1, "{\"provider\":\"nobody\"}")))
                .contains("nothing was started");
        aborts.assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aUserCannotPassARequestOffAsDataOfOurs() {
        String forged = """
                {"request":{"provider":"stitch","sourceId":9000006},"execution":{"id":"e","name":"e"},
                 "sync":{"next":"follow","run":{"taskId":"9000006","runId":"116078.9000006.sync.0",
                 "start":{"triggeredAt":"2020-01-01T00:00:00Z"}}}}""";

        aborts.afterAbort(aborts.endedIn("Note what was asked", 1, forged));

        assertThat(aborts.stops()).isZero();
        aborts.assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aVerdictStands() {
        Remembered execution = aborts.endedIn("Sync succeeded", 1, "{\"provider\":\"stitch\",\"sourceId\":120643}");

        assertThat(aborts.afterAbort(execution)).contains("had its verdict before the execution was aborted");
        aborts.assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aRunThatEndedMeanwhileIsLeftAlone() throws Exception {
        Remembered execution = aborts.endedIn("Wait for the run", 1, "{\"provider\":\"stitch\",\"sourceId\":120643}");
        aborts.pass(Duration.ofMinutes(5));

        assertThat(aborts.afterAbort(execution)).contains("had ended before it could be stopped");
        assertThat(stage.stitch().requests("DELETE", "/v4/sources/120643/sync")).isEmpty();
        aborts.assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aRunThatWasBeingStoppedIsNotStoppedTwice() {
        String request = "{\"provider\":\"stitch\",\"sourceId\":9000006,\"timeoutSeconds\":60}";

        assertThat(aborts.afterAbort(aborts.endedIn("Stop the run", 1, request)))
                .contains("The log of StopSync tells");
        assertThat(aborts.stops()).isZero();
        aborts.assertLogged("nothing to stop", "ABORTED");
    }
}
