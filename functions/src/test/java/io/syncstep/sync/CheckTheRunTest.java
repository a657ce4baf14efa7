package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check ends a run only on the provider's word, or when its time is up; whatever goes wrong on the way is remembered. */
class CheckTheRunTest {

    private static final Refusal NOT_FOUND = new Refusal(404, "Not Found", null);
    private static final Refusal FORBIDDEN = new Refusal(403, "Forbidden", "No plan");

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
    void troubleNeverEndsARunBeforeItsDeadlineAndIsNamedThere() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .shows(CheckTheRunTest::going)
                .shows(new Look.Unanswered(OneExecution.trouble("503 Service Unavailable")));
        OneExecution execution = following(provider);

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.SYNC_TIMED_OUT);
        assertThat(execution.age()).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(failure.message())
                .contains(
                        "Hightouch run 42 of sync 1127166 was not finished after 1 h",
                        "Last status: processing",
                        "503 Service Unavailable at 2026-11-22T08:00:00Z",
                        "no call to stop");
        assertThat(provider.asked()).doesNotContain("stop");
    }

    @Test
    void aRunThatEndsAfterTroubleIsJudgedByItsEnd() {
        OneExecution execution = following(ScriptedProvider.listing()
                .shows(new Look.Unanswered(OneExecution.trouble("no answer within 9 s")))
                .shows(new Look.Unanswered(OneExecution.trouble("429 Too Many Requests")))
                .shows(run -> new Look.Ended(run, Verdict.SUCCEEDED, OneExecution.facts("success"))));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aRetryAfterOfACheckIsObeyed() {
        Trouble throttled = new Trouble("429 Too Many Requests", OneExecution.STARTED_AT, Duration.ofMinutes(5));
        OneExecution execution = following(ScriptedProvider.listing().shows(new Look.Unanswered(throttled)));

        assertThat(execution.step().waitSeconds()).isEqualTo(300);
    }

    @Test
    void aRetryAfterOfACheckEndsAtTheDeadline() {
        Trouble throttled = new Trouble("429 Too Many Requests", OneExecution.STARTED_AT, Duration.ofDays(1));
        OneExecution execution = following(ScriptedProvider.listing().shows(new Look.Unanswered(throttled)));

        assertThat(execution.step().waitSeconds()).isEqualTo(3600);
        assertThat(execution.step().waitSeconds()).isEqualTo(60);
    }

    @Test
    void a401IsFinalAtOnceSinceTheCredentialWasReadAgain() {
        OneExecution execution = following(ScriptedProvider.listing()
                .shows(new Look.Refused(new Refusal(401, "Unauthorized", "Token is invalid"))));

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.UNAUTHORIZED);
        assertThat(failure.httpStatus()).isEqualTo(401);
        assertThat(failure.message()).contains("run 42", "Token is invalid", "The run goes on", "hightouch/default");
        assertThat(execution.run().watch().checks()).isEqualTo(1);
    }

    @Test
    void threeRefusalsInARowEndTheFollowing() {
        OneExecution execution = following(ScriptedProvider.listing().shows(new Look.Refused(NOT_FOUND)));

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.NOT_FOUND);
        assertThat(failure.httpStatus()).isEqualTo(404);
        assertThat(failure.message()).contains("404 Not Found");
        assertThat(execution.run().watch().checks()).isEqualTo(3);
    }

    @Test
    void anyOtherRefusalIsAProviderError() {
        OneExecution execution = following(ScriptedProvider.listing().shows(new Look.Refused(FORBIDDEN)));

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.message()).contains("403 Forbidden: No plan");
    }

    @Test
    void twoRefusalsWithAnAnswerBetweenAreForgotten() {
        OneExecution execution = following(ScriptedProvider.listing()
                .shows(new Look.Refused(NOT_FOUND))
                .shows(new Look.Refused(NOT_FOUND))
                .shows(CheckTheRunTest::going)
                .shows(new Look.Refused(NOT_FOUND))
                .shows(new Look.Refused(NOT_FOUND))
                .shows(run -> new Look.Ended(run, Verdict.SUCCEEDED, OneExecution.facts("success"))));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void refusalsBeforeAnInterruptionOrASuccessorAreForgotten() {
        OneExecution execution = following(ScriptedProvider.listing()
                .shows(new Look.Refused(NOT_FOUND))
                .shows(new Look.Refused(NOT_FOUND))
                .shows(new Look.Interrupted(OneExecution.facts("interrupted")))
                .shows(new Look.Refused(NOT_FOUND))
                .shows(new Look.Refused(NOT_FOUND))
                .shows(new Look.Resumed("43"))
                .shows(new Look.Refused(NOT_FOUND))
                .shows(run -> new Look.Ended(run, Verdict.SUCCEEDED, OneExecution.facts("success"))));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

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
                .shows(CheckTheRunTest::going);
        OneExecution execution = following(provider);
        execution.step();
        execution.step();
        execution.step();

        assertThat(execution.run().watch().interruptedAt()).isNull();
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
    void aRunThatTheProviderDoesNotKnowIsNotSaidToGoOn() {
        String message = following(ScriptedProvider.listing().shows(new Look.Refused(NOT_FOUND)))
                .toFailure()
                .message();

        assertThat(message).contains("Whether the run goes on is not known.").doesNotContain("The run goes on.");
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
