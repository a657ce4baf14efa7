package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.error;
import static io.syncstep.local.engine.Machine.json;
import static io.syncstep.local.engine.Machine.ok;
import static io.syncstep.local.engine.Machine.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.engine.Execution.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** History is counted as AWS counts it, and ends an execution where AWS runs out of it. */
class HistoryTest {

    private final Machine machine = new Machine();

    @Test
    void historyIsCountedAsAwsWritesIt() {
        // Started; entered, scheduled, started, failed, scheduled, started, succeeded, exited; ended.
        var ended = machine.run(
                task("'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':1}]"), "{}", error("E"), ok("{}"));

        assertThat(ended.historyEvents()).isEqualTo(10);
    }

    @Test
    void anExecutionEndsWhereAwsRunsOutOfHistory() {
        var endless = "{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Pass','Next':'A'}}}";
        try (var engine = new Engine(100)) {
            var ended = engine.run(Machine.parse(endless), json("{}"), Map.of(), new VirtualTime(), Listener.NONE);

            assertThat(ended.status()).isEqualTo(Status.FAILED);
            assertThat(ended.error()).isEqualTo("States.Runtime");
            assertThat(ended.historyEvents()).isLessThanOrEqualTo(101);
        }
    }
}
