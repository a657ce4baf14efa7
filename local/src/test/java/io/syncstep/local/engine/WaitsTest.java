package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.json;
import static io.syncstep.local.engine.Machine.ok;
import static io.syncstep.local.engine.Machine.only;
import static io.syncstep.local.engine.Machine.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.engine.Execution.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Wait takes its time, in virtual time without taking any, and nothing else does. */
class WaitsTest {

    private final Machine machine = new Machine();

    @Test
    void aWaitInVirtualTimeTakesNoTimeAndMovesTheClock() {
        var ended = machine.run(only("{'Type':'Wait','Seconds':86400,'Next':'B'}"), "{}");

        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended.waits()).containsExactly(86_400L);
        assertThat(machine.elapsed()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aWaitInRealTimeTakesItsTime() {
        var definition = Machine.parse(only("{'Type':'Wait','Seconds':1,'Next':'B'}"));
        var started = System.nanoTime();
        Machine.engine().run(definition, json("{}"), Map.of(), new RealTime(), Listener.NONE);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "3600"})
    void aWaitTakesItsSecondsFromTheData(long seconds) {
        var ended = machine.run(only("{'Type':'Wait','SecondsPath':'$.s','Next':'B'}"), "{'s':" + seconds + "}");

        assertThat(ended.waits()).containsExactly(seconds);
        assertThat(ended.waitedSeconds()).isEqualTo(seconds);
        assertThat(machine.elapsed()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aWaitUntilATimestampEndsThen() {
        machine.run(only("{'Type':'Wait','TimestampPath':'$.t','Next':'B'}"), "{'t':'2026-11-24T08:01:30Z'}");

        assertThat(machine.elapsed()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theClockStandsStillWhileTasksWork() {
        machine.run(task("'TimeoutSeconds':5"), "{}", ok("{}"));

        assertThat(machine.elapsed()).isEqualTo(Duration.ZERO);
    }
}
