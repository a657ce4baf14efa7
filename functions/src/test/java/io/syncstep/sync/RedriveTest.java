package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Step Functions does the state again in which an execution was ended: a start call that may have been sent must not be. */
class RedriveTest {

    private final SettableClock clock = new SettableClock(OneExecution.STARTED_AT);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theRunOfAStartThatIsDoneAgainIsLookedForAndFollowed(int redrives) {
        ScriptedProvider provider =
                ScriptedProvider.listing().sights(new Sighting.One("42")).shows(RedriveTest::succeeded);

        Report report = execution(provider, redrives).toStart().toTheEnd();

        assertThat(report)
                .isInstanceOfSatisfying(
                        Report.Result.class,
                        result -> assertThat(result.run().runId()).isEqualTo("42"));
        assertThat(provider.asked()).containsExactly("find", "look");
    }

    @Test
    void whereNoRunShowsNothingIsStartedAndThatIsSaid() {
        ScriptedProvider provider = ScriptedProvider.listing().sights(new Sighting.None());

        Report.Failure failure = execution(provider, 1).toStart().toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(failure.message()).contains("the execution was redriven");
        assertThat(provider.starts()).isZero();
    }

    @Test
    void aRedriveAfterTheDeadlineLooksForTheRunAsWell() {
        ScriptedProvider provider =
                ScriptedProvider.listing().sights(new Sighting.One("42")).shows(RedriveTest::succeeded);
        OneExecution execution = execution(provider, 1).toStart();
        execution.pass(Duration.ofDays(1));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aRedriveOfWhatCameBeforeIsNoDoubt() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .prepares(new Read.Got<>(Optional.of(new Prepared("1127166", Optional.empty()))))
                .answers(new StartAnswer.Started("42"))
                .shows(RedriveTest::succeeded);

        assertThat(execution(provider, 1).toTheEnd()).isInstanceOf(Report.Result.class);
        assertThat(provider.asked()).containsExactly("prepare", "start", "look");
    }

    private OneExecution execution(ScriptedProvider provider, int redrives) {
        return new OneExecution(Requests.hightouch(""), provider, clock, redrives);
    }

    private static Look succeeded(Run run) {
        return new Look.Ended(run, Verdict.SUCCEEDED, OneExecution.facts("success"));
    }
}
