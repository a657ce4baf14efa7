package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.syncstep.handlers.StopAbortedSync;
import io.syncstep.local.simulator.wire.Where;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An execution that was ended from outside leaves no run of ours behind, and stops none of anybody else. */
class AbortedRunIsStoppedTest {

    @AutoClose
    private final Stage stage = new Stage();

    private final Aborts aborts = new Aborts(stage);

    @ParameterizedTest
    @ValueSource(strings = {"Wait for the run", "Check the run", "Is it finished?"})
    void theRunOfAnAbortedExecutionIsStopped(String state) {
        Remembered execution = aborts.endedIn(state, 3, Aborts.ENDLESS);

        assertThat(aborts.afterAbort(execution))
                .startsWith("Stitch run 116078.9000006.sync.")
                .endsWith("of source 9000006 was stopped in Stitch, as its execution was aborted.");
        assertThat(aborts.stops()).isEqualTo(1);
        assertThat(aborts.logged()).hasSize(1);
        assertThat(aborts.logged().getFirst().path("runId").asText())
                .isEqualTo(stage.stitch().jobNames(9000006).getFirst());
        aborts.assertLogged("stopped", "ABORTED");
    }

    @Test
    void theRunIsStoppedWhenTheMachineTimedOut() {
        assertThat(aborts.afterTimeout(aborts.endedIn("Wait for the run", 3, Aborts.ENDLESS)))
                .endsWith("was stopped in Stitch, as its execution timed out.");
        assertThat(aborts.stops()).isEqualTo(1);
        aborts.assertLogged("stopped", "TIMED_OUT");
    }

    @Test
    void stopOnTimeoutIsAboutTimeoutsAndNotAboutAborts() {
        String request = "{\"provider\":\"stitch\",\"sourceId\":9000006,\"stopOnTimeout\":false}";
        Remembered execution = aborts.endedIn("Wait for the run", 2, request);

        assertThat(aborts.afterTimeout(execution)).endsWith("goes on in Stitch: stopOnTimeout is false.");
        assertThat(aborts.stops()).isZero();

        assertThat(aborts.afterAbort(execution)).contains("was stopped");
        assertThat(aborts.stops()).isEqualTo(1);
    }

    @Test
    void aRunOfSomebodyElseIsNotStopped() {
        String request = "{\"provider\":\"stitch\",\"sourceId\":9000007}";

        assertThat(aborts.afterAbort(aborts.endedIn("Wait for the run", 2, request)))
                .isEqualTo("Stitch the run of source 9000007 goes on in Stitch: somebody else started it, so it was not"
                        + " stopped.");
        assertThat(stage.stitch().requests("DELETE", "/v4/sources/9000007/sync"))
                .isEmpty();
        aborts.assertLogged("goes on", "ABORTED");
    }

    @Test
    void aRunThatIsStoppedByItsIdNeedsNoLook() {
        Remembered execution = aborts.endedIn("Wait for the run", 2, "{\"provider\":\"dbt\",\"jobId\":9000006}");

        assertThat(aborts.afterAbort(execution))
                .isEqualTo(
                        "dbt Cloud run 34000013 of job 9000006 was stopped in dbt Cloud, as its execution was aborted.");
        assertThat(stage.dbt().requests("POST", "/runs/34000013/cancel/")).hasSize(1);
        aborts.assertLogged("stopped", "ABORTED");
    }

    @Test
    void aProviderWithoutAStopCallIsNotCalledAndTheRunIsNamed() {
        Remembered execution = aborts.endedIn("Wait for the run", 2, "{\"provider\":\"hightouch\",\"syncId\":77}");
        int before = stage.hightouch().requests().size();

        assertThat(aborts.afterAbort(execution))
                .startsWith("Hightouch run 7000014 of sync 77 goes on in Hightouch: it has no call to stop one.")
                .contains("https://app.hightouch.com/acme/");
        assertThat(stage.hightouch().requests()).hasSize(before);
        aborts.assertLogged("goes on", "ABORTED");
    }

    @Test
    void aStopCallThatFailsIsTriedAgain() {
        Remembered execution = aborts.endedIn("Wait for the run", 2, Aborts.ENDLESS);
        stage.stitch().faults().plan(Where.first("DELETE", Aborts.STOP), Aborts.broken());

        assertThatThrownBy(() -> aborts.afterAbort(execution))
                .hasMessageContaining("source 9000006")
                .hasMessageContaining("It was not stopped: 500");
        aborts.assertLogged("not settled", "ABORTED");

        assertThat(aborts.afterAbort(execution)).contains("was stopped in Stitch");
    }

    @Test
    void aMissingCredentialFailsTheFunction() {
        Remembered execution = aborts.endedIn("Wait for the run", 2, Aborts.ENDLESS);
        stage.forget("stitch/default");

        assertThatThrownBy(() -> aborts.afterAbort(execution))
                .hasMessageContaining("No credential is stored for stitch/default");
    }

    @Test
    void anEventOfAnotherKindIsRefused() {
        StopAbortedSync function = aborts.function(aborts.endedIn("Look before starting", 1, Aborts.ENDLESS));

        assertThatThrownBy(() -> function.handleRequest(new ScheduledEvent(), aborts.context()))
                .hasMessageContaining("detail.executionArn must be a text, got null");
    }
}
