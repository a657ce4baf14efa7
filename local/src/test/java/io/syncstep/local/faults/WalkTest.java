package io.syncstep.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.engine.Execution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The fast walk is only worth something as long as it goes where the engine goes. */
class WalkTest {

    private static final int EXECUTIONS = 40;

    @Test
    void itEntersTheStatesThatTheEngineEntersAndEndsAlike() {
        Plans plans = new Plans(4711);
        Workers.each(IntStream.range(0, EXECUTIONS).mapToObj(plans::number).toList(), plan -> {
            Execution walked = plan.scene().play().execution();
            Execution run = plan.scene().playOnTheEngine().execution();
            assertThat(essence(walked)).as("%s", plan).isEqualTo(essence(run));
        });
    }

    private static List<Object> essence(Execution execution) {
        return List.of(
                execution.status(),
                String.valueOf(execution.error()),
                execution.states(),
                execution.waits(),
                execution.transitions(),
                execution.historyEvents(),
                execution.output() == null
                        ? ""
                        : execution.output().path("runId").asText());
    }
}
