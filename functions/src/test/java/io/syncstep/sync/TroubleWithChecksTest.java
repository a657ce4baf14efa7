package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Checks that fail end no run before its time: what goes wrong on the way is remembered, and named at the end. */
class TroubleWithChecksTest {

    private static final Refusal NOT_FOUND = new Refusal(404, "Not Found", null);
    private static final Refusal FORBIDDEN = new Refusal(403, "Forbidden", "No plan");

    @Test
    void troubleNeverEndsARunBeforeItsDeadlineAndIsNamedThere() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .shows(TroubleWithChecksTest::going)
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
                .shows(TroubleWithChecksTest::going)
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
    void aRunThatTheProviderDoesNotKnowIsNotSaidToGoOn() {
        String message = following(ScriptedProvider.listing().shows(new Look.Refused(NOT_FOUND)))
                .toFailure()
                .message();

        assertThat(message).contains("Whether the run goes on is not known.").doesNotContain("The run goes on.");
    }

    private static OneExecution following(ScriptedProvider provider) {
        return new OneExecution(Requests.hightouch(""), provider).following("42");
    }

    private static Look going(Run run) {
        return new Look.Going(run, OneExecution.facts("processing"));
    }
}
