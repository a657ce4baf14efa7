package io.syncstep.benchmarks.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.benchmarks.Section;
import io.syncstep.benchmarks.execution.Machine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A crowd is as many executions as asked for, each with a run of its own. */
class CrowdTest {

    private static final Path REPOSITORY = Path.of("..");

    @Test
    void eachExecutionStartsARunOfItsOwn() throws IOException {
        try (Machine machine = new Machine(REPOSITORY)) {
            new Crowd(machine).seconds(7);

            assertThat(machine.hightouch().requests("POST", "/syncs/*/trigger")).hasSize(7);
        }
    }

    @Test
    void everySizeIsTold() throws IOException {
        Section section = CrowdReport.of(REPOSITORY, 10);

        assertThat(section.text()).contains("| 1 |", "| 10 |", "an execution among 10 at once");
    }
}
