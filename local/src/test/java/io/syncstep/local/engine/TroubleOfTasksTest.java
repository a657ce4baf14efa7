package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.error;
import static io.syncstep.local.engine.Machine.json;
import static io.syncstep.local.engine.Machine.ok;
import static io.syncstep.local.engine.Machine.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.local.engine.Execution.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a Task fails with is retried, caught or the end, as its definition says. */
class TroubleOfTasksTest {

    private final Machine machine = new Machine();

    @Test
    void retryDelaysGrowByTheRateUpToTheirLimitExactly() {
        var ended = machine.run(
                task("'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':2,'BackoffRate':2,'MaxAttempts':6,"
                        + "'MaxDelaySeconds':10}]"),
                "{}",
                error("Broken"));

        assertThat(machine.calledAfter())
                .extracting(Duration::toSeconds)
                .containsExactly(0L, 2L, 6L, 14L, 24L, 34L, 44L);
        assertThat(ended.error()).isEqualTo("Broken");
        assertThat(ended.transitions()).isEqualTo(7);
        assertThat(ended.waits()).isEmpty();
    }

    @Test
    void anErrorThatNoRetrierNamesIsNotRetried() {
        machine.run(
                task("'Retry':[{'ErrorEquals':['Lambda.TooManyRequestsException'],'IntervalSeconds':2}]"),
                "{}",
                error("Lambda.Unknown"));

        assertThat(machine.calls).hasSize(1);
    }

    @Test
    void aTaskThatNeverAnswersTimesOutAndMayBeRetried() {
        var ended = machine.run(
                task("'TimeoutSeconds':60,'Retry':[{'ErrorEquals':['States.Timeout'],'IntervalSeconds':1}]"),
                "{}",
                new TaskAnswer.Missing(),
                ok("{'late':false}"));

        assertThat(ended.output()).isEqualTo(json("{'late':false}"));
        assertThat(machine.calledAfter()).extracting(Duration::toSeconds).containsExactly(0L, 61L);
    }

    @Test
    void aTaskWithoutATimeoutWaitsForYearsAsInAws() {
        var ended = machine.run(task("'Comment':'patient'"), "{}", new TaskAnswer.Missing());

        assertThat(ended.error()).isEqualTo("States.Timeout");
        assertThat(machine.elapsed()).isEqualTo(Duration.ofSeconds(99_999_999));
    }

    @Test
    void aCaughtErrorGoesWhereResultPathSaysAndKeepsTheRest() {
        var ended = machine.run(
                task("'Catch':[{'ErrorEquals':['States.ALL'],'ResultPath':'$.platform','Next':'Caught'}]"),
                "{'kept':1}",
                error("Lambda.Unknown"));

        assertThat(ended.output())
                .isEqualTo(json("{'kept':1,'platform':{'Error':'Lambda.Unknown','Cause':'because'}}"));
    }

    @Test
    void theMachinesOwnLimitEndsItAsTimedOutAndNothingIsCalledAfterwards() {
        var ended = machine.run(
                task("'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':1000}]")
                        .replace("{'StartAt'", "{'TimeoutSeconds':600,'StartAt'"),
                "{}",
                error("Broken"));

        assertThat(ended.status()).isEqualTo(Status.TIMED_OUT);
        assertThat(machine.calls).hasSize(1);
        assertThat(machine.elapsed()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aPathThatLeadsNowhereIsARuntimeErrorThatNobodyCatches() {
        var ended = machine.run(
                task("'ResultSelector':{'a.$':'$.missing'},"
                        + "'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Caught'}]"),
                "{}",
                ok("{}"));

        assertThat(ended.error()).isEqualTo("States.Runtime");
    }

    @Test
    void aDefectOfAnIntegrationIsNoTaskError() {
        try (var engine = new Engine()) {
            ServiceIntegration broken = call -> {
                throw new IllegalArgumentException("a bug");
            };
            assertThatThrownBy(() -> engine.run(
                            Machine.parse(task("'Comment':'-'")),
                            json("{}"),
                            Map.of(Machine.RESOURCE, broken),
                            new VirtualTime(),
                            Listener.NONE))
                    .hasRootCauseMessage("a bug");
        }
    }
}
