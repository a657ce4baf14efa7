package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check ends a run only on the provider's word, or when its time is up. */
class CheckTheRunTest {

    @Test
    void aRunThatGoesOnIsCheckedAgain() {
        OneExecution execution = following(ScriptedProvider.listing().shows(CheckTheRunTest::going));

        Answer answer = execution.step();

        assertThat(answer.next()).isEqualTo(Next.FOLLOW);
        assertThat(answer.waitSeconds()).isBetween(6L, 10L);
        assertThat(execution.run().watch().checks()).isEqualTo(1);
        assertThat(execution.run().watch().facts().providerStatus()).isEqualTo("processing");
    }

    @Test
    void aRunThatSucceededIsAResult() {
        OneExecution execution = following(ScriptedProvider.listing()
                .shows(CheckTheRunTest::going)
                .shows(run -> new Look.Ended(run, Verdict.SUCCEEDED, OneExecution.facts("success"))));

        Report report = execution.toTheEnd();

        assertThat(report).isInstanceOfSatisfying(Report.Result.class, result -> {
            assertThat(result.message()).isEqualTo("Hightouch run 42 of sync 1127166 succeeded.");
            assertThat(result.run().watch().checks()).isEqualTo(2);
            assertThat(result.run().watch().facts().providerStatus()).isEqualTo("success");
        });
    }

    @ParameterizedTest
    @CsvSource({"FAILED,SYNC_FAILED", "CANCELLED,SYNC_CANCELLED", "UNKNOWN,OUTCOME_UNKNOWN"})
    void everyOtherEndIsAFailureOfItsOwnName(Verdict verdict, SyncError error) {
        Facts facts = new Facts("word", null, "the provider's text", null, null, null, null, null, "https://page");
        OneExecution execution =
                following(ScriptedProvider.listing().shows(run -> new Look.Ended(run, verdict, facts)));

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(error);
        assertThat(failure.message())
                .contains("Hightouch run 42 of sync 1127166", "Hightouch says: the provider's text", "https://page");
    }

    @Test
    void theLastWaitEndsAtTheDeadline() {
        OneExecution execution = following(ScriptedProvider.listing().shows(CheckTheRunTest::going));

        execution.toFailure();

        assertThat(execution.age()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aDayOfTheShortestWaitsStaysWithinTheHistoryOfAnExecution() {
        ScriptedProvider provider = ScriptedProvider.listing().shows(CheckTheRunTest::going);
        new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":86400,\"minWaitSeconds\":1,\"maxWaitSeconds\":1"),
                        provider)
                .following("42")
                .toFailure();

        // A round of Wait, Task and Choice writes nine events or so; 25,000 are allowed.
        assertThat(provider.asked()).hasSizeLessThan(2_000);
    }

    @Test
    void progressIsToldAtATimeOutAndIsNoEnd() {
        Facts whole = new Facts("reporting", 1.0, null, null, null, null, null, null, null);
        OneExecution execution = following(ScriptedProvider.listing().shows(run -> new Look.Going(run, whole)));

        assertThat(execution.toFailure().message()).contains("reporting, 100 %");
    }

    @Test
    void rejectedRowsAreToldOfASuccessAndOfAFailure() {
        Rows rows = new Rows(null, null, new Rows.Counts(3L, 2L, 1L));
        Facts facts = new Facts("warning", null, null, null, null, rows, null, null, null);

        assertThat(following(ScriptedProvider.listing().shows(run -> new Look.Ended(run, Verdict.SUCCEEDED, facts)))
                        .toTheEnd())
                .isInstanceOfSatisfying(
                        Report.Result.class,
                        result -> assertThat(result.message()).contains("6 rows rejected"));
        assertThat(following(ScriptedProvider.listing().shows(run -> new Look.Ended(run, Verdict.FAILED, facts)))
                        .toFailure()
                        .message())
                .contains("6 rows rejected");
    }

    @Test
    void membersAreNamedWhereTheyDidNotSucceedAndWhereThatIsTold() {
        assertThat(failedWith(new Member("1", "11", "success", null))).doesNotContain("Not successful");
        assertThat(failedWith(new Member("1", "11", null, null), new Member(null, null, "failed", null)))
                .contains(" Not successful: sync 1 (its status is not told), sync without an id failed.");
    }

    private static String failedWith(Member... members) {
        Facts facts = new Facts("failed", null, null, null, null, null, null, List.of(members), null);
        return following(ScriptedProvider.listing().shows(run -> new Look.Ended(run, Verdict.FAILED, facts)))
                .toFailure()
                .message();
    }

    private static OneExecution following(ScriptedProvider provider) {
        return new OneExecution(Requests.hightouch(""), provider).following("42");
    }

    private static Look going(Run run) {
        return new Look.Going(run, OneExecution.facts("processing"));
    }
}
