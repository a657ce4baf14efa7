package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An interrupted run is followed in its successor, which is looked for during ten minutes. */
class InterruptedRunTest {

    @Test
    void aResumedRunIsFollowedInPlaceOfTheInterruptedOne() {
        OneExecution execution = following(ScriptedProvider.listing()
                .shows(new Look.Interrupted(OneExecution.facts("interrupted")))
                .shows(new Look.Resumed("43"))
                .shows(new Look.Resumed("44"))
                .shows(run -> new Look.Ended(run, Verdict.SUCCEEDED, OneExecution.facts("success"))));

        Report report = execution.toTheEnd();

        assertThat(report).isInstanceOfSatisfying(Report.Result.class, result -> {
            assertThat(result.run().runId()).isEqualTo("44");
            assertThat(result.run().previousRunIds()).containsExactly("42", "43");
        });
    }

    @Test
    void whatWasKnownOfTheInterruptedRunIsNotToldOfItsSuccessor() {
        OneExecution execution = following(ScriptedProvider.listing()
                .shows(new Look.Interrupted(OneExecution.facts("interrupted")))
                .shows(new Look.Resumed("43"))
                .shows(new Look.Unanswered(OneExecution.trouble("connection lost"))));

        Report.Failure failure = execution.toFailure();

        assertThat(failure.message()).contains("run 43").doesNotContain("https://page/of/run", "interrupted");
    }

    @Test
    void aSuccessorIsLookedForDuringTenMinutes() {
        ScriptedProvider provider =
                ScriptedProvider.listing().shows(new Look.Interrupted(OneExecution.facts("interrupted")));
        OneExecution execution = following(provider);
        execution.step();
        Instant known = execution.now();

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.SYNC_INTERRUPTED);
        assertThat(failure.message()).contains("run 42 of sync 1127166", "interrupted", "Start it again");
        assertThat(Duration.between(known, execution.now())).isEqualTo(Duration.ofMinutes(10));
        assertThat(provider.asked()).hasSizeGreaterThan(5);
    }

    @Test
    void aSecondInterruptionHasItsOwnTenMinutes() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .shows(new Look.Interrupted(OneExecution.facts("interrupted")))
                .shows(new Look.Resumed("43"))
                .shows(new Look.Interrupted(OneExecution.facts("interrupted")));
        OneExecution execution = following(provider);
        execution.step();
        execution.step();
        execution.step();
        Instant known = execution.now();

        assertThat(execution.toFailure().error()).isEqualTo(SyncError.SYNC_INTERRUPTED);
        assertThat(Duration.between(known, execution.now())).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void theSearchForASuccessorEndsAtTheDeadline() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":120"),
                        ScriptedProvider.listing().shows(new Look.Interrupted(OneExecution.facts("interrupted"))))
                .following("42");

        assertThat(execution.toFailure().error()).isEqualTo(SyncError.SYNC_INTERRUPTED);
        assertThat(execution.age()).isEqualTo(Duration.ofMinutes(2));
    }

    private static OneExecution following(ScriptedProvider provider) {
        return new OneExecution(Requests.hightouch(""), provider).following("42");
    }
}
