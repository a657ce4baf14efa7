package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Where;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An execution that was ended while it was not known whether it has a run: the run is found, or the doubt is named. */
class AbortDuringStartTest {

    @AutoClose
    private final Stage stage = new Stage();

    private final Aborts aborts = new Aborts(stage);

    @Test
    void aLostRunIsFoundByItsCauseAndStopped() throws InterruptedException {
        stage.dbt().faults().plan(Where.first("POST", "/**/run/"), Fault.after(new Damage.Drop()));
        Remembered execution =
                aborts.endedIn("Wait for the run to show", 1, "{\"provider\":\"dbt\",\"jobId\":9000006}");
        aborts.pass(Duration.ofSeconds(30));

        assertThat(aborts.afterAbort(execution)).contains("34000013", "was stopped in dbt Cloud");
        assertThat(stage.dbt().requests("POST", "/runs/34000013/cancel/")).hasSize(1);
    }

    @Test
    void aRunWhoseStartWasUnderWayIsFoundAndStopped() {
        stage.stitch().showRunning(true);

        assertThat(aborts.afterAbort(aborts.endedDuringTheStart(Aborts.ENDLESS)))
                .contains("was stopped in Stitch");
        assertThat(aborts.stops()).isEqualTo(1);
        aborts.assertLogged("stopped", "ABORTED");
    }

    @Test
    void aStartThatCannotBeSeenIsLookedForAgainAndNamedAsADoubt() {
        Remembered execution = aborts.endedDuringTheStart("""
                {"provider":"stitch","sourceId":9000006,"account":"acme"}""");

        assertThatThrownBy(() -> aborts.afterAbort(execution))
                .hasMessageContaining("Stitch source 9000006 (account acme)")
                .hasMessageContaining("the execution was aborted while it was sent")
                .hasMessageContaining("No run of it showed since. One may still come up");
        assertThat(aborts.stops()).isZero();
        aborts.assertLogged("not settled", "ABORTED");
        assertThat(aborts.logged().getFirst().path("account").asText()).isEqualTo("acme");

        stage.stitch().showRunning(true);
        assertThat(aborts.afterAbort(execution)).contains("was stopped in Stitch");
    }

    @Test
    void aStartThatCannotBeLookedForIsTriedAgain() {
        Remembered execution = aborts.endedDuringTheStart(Aborts.ENDLESS);
        stage.stitch().faults().plan(Where.every("GET", "/v4/*/extractions"), Aborts.broken());

        assertThatThrownBy(() -> aborts.afterAbort(execution))
                .hasMessageContaining("Looking it up failed 1 times")
                .hasMessageContaining("500");
        aborts.assertLogged("not settled", "ABORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Note that the answer was lost", "Wait for the run to show", "Look for our run", "Was it found?"
            })
    void aStartWhoseAnswerThePlatformLostIsInDoubt(String state) {
        AtomicInteger starts = new AtomicInteger();
        stage.platform(functions -> (name, payload) -> {
            FunctionAnswer answer = functions.invoke(name, payload);
            return name.equals("${TriggerSync}") && starts.incrementAndGet() == 1
                    ? new FunctionAnswer.Refused("Lambda.Unknown", "")
                    : answer;
        });
        Remembered execution = aborts.endedIn(state, 1, Aborts.ENDLESS);
        stage.stitch().showRunning(true);

        assertThat(aborts.afterAbort(execution)).contains("was stopped in Stitch");
        assertThat(aborts.stops()).isEqualTo(1);
    }

    @Test
    void aStartInDoubtAtAProviderWithoutAStopCallIsLeftToAPerson() {
        Remembered execution = aborts.endedDuringTheStart("{\"provider\":\"hightouch\",\"syncId\":1234567}");

        assertThat(aborts.afterAbort(execution))
                .contains("Hightouch sync 1234567", "A run may be in progress", "has no call to stop one");
        aborts.assertLogged("in doubt", "ABORTED");
    }
}
