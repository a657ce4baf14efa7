package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.json;
import static io.syncstep.local.engine.Machine.ok;
import static io.syncstep.local.engine.Machine.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What AWS refuses is refused here. */
class LimitsTest {

    private static final String CATCHES_ALL = "'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Caught'}]";

    private final Machine machine = new Machine();

    @Test
    void anInputAboveTheLimitStartsNothing() {
        var ended = machine.run(task(CATCHES_ALL), "'" + "x".repeat(262_143) + "'", ok("{}"));

        assertThat(ended.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(machine.calls).isEmpty();
    }

    @Test
    void anInputAtTheLimitIsTaken() {
        var ended = machine.run(task(CATCHES_ALL), "'" + "x".repeat(262_142) + "'", ok("{}"));

        assertThat(ended.status()).isEqualTo(Execution.Status.SUCCEEDED);
    }

    @Test
    void bytesAreCountedNotCharacters() {
        var ended = machine.run(task(CATCHES_ALL), "'" + "\u20ac".repeat(100_000) + "'", ok("{}"));

        assertThat(ended.error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void aResultAboveTheLimitEndsTheExecutionAndCantBeCaught() {
        var ended = machine.run(task(CATCHES_ALL), "{}", ok("'" + "x".repeat(262_143) + "'"));

        assertThat(ended.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(ended.states()).containsExactly("Work");
    }

    @Test
    void dataThatGrowsAboveTheLimitEndsTheExecution() {
        var twice = "{'StartAt':'A','States':{'A':{'Type':'Pass','Parameters':{'a.$':'$','b.$':'$'},'Next':'B'},"
                + "'B':{'Type':'Succeed'}}}";
        var ended = machine.run(twice, "'" + "x".repeat(200_000) + "'");

        assertThat(ended.error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void errorAndCauseAreCutWhereAwsHasNoRoom() {
        var ended = machine.run(
                task("'Comment':'-'"), json("{}"), new TaskAnswer.Failed("E".repeat(1000), "c".repeat(200_000)));

        assertThat(ended.error()).hasSize(256);
        assertThat(ended.cause()).hasSize(32_768);
    }
}
