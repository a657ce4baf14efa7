package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** At the deadline: a last look that gets an answer, however late, and runs that resume get one of their own. */
class LastLookTest {

    @Test
    void oneLostPacketAtTheDeadlineDoesNotFailARunThatHasEnded() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":60"),
                        ScriptedProvider.listing()
                                .shows(new Look.Unanswered(OneExecution.trouble("connection lost")))
                                .shows(LastLookTest::succeeded))
                .following("42");
        execution.pass(Duration.ofSeconds(60));

        assertThat(execution.step().waitSeconds()).isEqualTo(5);
        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aLastLookThatStaysWithoutAnswerIsTakenThreeTimes() {
        ScriptedProvider provider =
                ScriptedProvider.listing().shows(new Look.Unanswered(OneExecution.trouble("503 Service Unavailable")));
        OneExecution execution =
                new OneExecution(Requests.hightouch("\"timeoutSeconds\":60"), provider).following("42");
        execution.pass(Duration.ofSeconds(60));

        assertThat(execution.toFailure().message()).contains("was not finished after 1 min", "503 Service Unavailable");
        assertThat(provider.asked()).containsExactly("look", "look", "look");
        assertThat(execution.age()).isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void aRetryAfterOfAMinuteIsObeyedAtTheDeadline() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":60"),
                        ScriptedProvider.listing()
                                .shows(new Look.Unanswered(throttled(Duration.ofSeconds(60))))
                                .shows(LastLookTest::succeeded))
                .following("42");
        execution.pass(Duration.ofSeconds(60));

        assertThat(execution.step().waitSeconds()).isEqualTo(60);
        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void ofALongerRetryAfterAMinuteIsWaitedAtTheDeadline() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":60"),
                        ScriptedProvider.listing()
                                .shows(new Look.Unanswered(throttled(Duration.ofSeconds(61))))
                                .shows(LastLookTest::succeeded))
                .following("42");
        execution.pass(Duration.ofSeconds(60));

        assertThat(execution.step().waitSeconds()).isEqualTo(60);
        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aLastLookThatComesLateIsRepeatedAlike() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":60"),
                        ScriptedProvider.listing()
                                .shows(new Look.Unanswered(OneExecution.trouble("503 Service Unavailable")))
                                .shows(new Look.Unanswered(OneExecution.trouble("503 Service Unavailable")))
                                .shows(LastLookTest::succeeded))
                .following("42");
        execution.pass(Duration.ofMinutes(5));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aRunThatResumedLongAfterTheDeadlineGetsALookOfItsOwn() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":60"),
                        ScriptedProvider.listing().shows(new Look.Resumed("43")).shows(LastLookTest::succeeded))
                .following("42");
        execution.pass(Duration.ofMinutes(5));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aRunThatHadEndedIsLookedAtAgainHoweverLateThatWas() {
        ScriptedProvider provider = ScriptedProvider.silent()
                .shows(LastLookTest::going)
                .shows(new Look.Unanswered(OneExecution.trouble("503 Service Unavailable")))
                .shows(LastLookTest::succeeded)
                .stops(new StopAnswer.HadEnded());
        OneExecution execution =
                new OneExecution(Requests.stitch("\"timeoutSeconds\":60"), provider).following("1.120643.sync.x");
        execution.pass(Duration.ofMinutes(5));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aRunThatHadEndedIsNotToldAsGoingOn() {
        ScriptedProvider provider = ScriptedProvider.silent()
                .shows(LastLookTest::going)
                .shows(new Look.Unanswered(OneExecution.trouble("503 Service Unavailable")))
                .stops(new StopAnswer.HadEnded());
        OneExecution execution =
                new OneExecution(Requests.stitch("\"timeoutSeconds\":60"), provider).following("1.120643.sync.x");
        execution.pass(Duration.ofSeconds(60));

        assertThat(execution.toFailure().message())
                .contains("It had ended by the time it was to be stopped")
                .doesNotContain("goes on");
    }

    @Test
    void aRunThatResumedAtTheDeadlineGetsALookOfItsOwn() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":60"),
                        ScriptedProvider.listing().shows(new Look.Resumed("43")).shows(LastLookTest::succeeded))
                .following("42");
        execution.pass(Duration.ofSeconds(60));

        assertThat(execution.toTheEnd())
                .isInstanceOfSatisfying(
                        Report.Result.class,
                        result -> assertThat(result.run().runId()).isEqualTo("43"));
    }

    @Test
    void runsThatResumeWithoutEndTimeOutAMinuteAfterTheDeadline() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":60"),
                        ScriptedProvider.listing().shows(new Look.Resumed("43")))
                .following("42");

        assertThat(execution.toFailure().error()).isEqualTo(SyncError.SYNC_TIMED_OUT);
        assertThat(execution.age()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aLookThatBeganInTimeIsFollowedByALastOne() {
        SettableClock clock = new SettableClock(OneExecution.STARTED_AT);
        ScriptedProvider provider = ScriptedProvider.listing()
                .shows(LastLookTest::going)
                .shows(LastLookTest::succeeded)
                .taking(Duration.ofSeconds(2), clock);
        OneExecution execution =
                new OneExecution(Requests.hightouch("\"timeoutSeconds\":60"), provider, clock).following("42");
        execution.pass(Duration.ofSeconds(59));

        assertThat(execution.step().waitSeconds()).isEqualTo(1);
        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aRunThatEndsAtTheDeadlineIsJudgedByItsEnd() {
        OneExecution execution = following(ScriptedProvider.listing().shows(LastLookTest::succeeded));
        execution.pass(Duration.ofHours(2));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
    }

    private static OneExecution following(ScriptedProvider provider) {
        return new OneExecution(Requests.hightouch(""), provider).following("42");
    }

    private static Trouble throttled(Duration retryAfter) {
        return new Trouble("429 Too Many Requests", OneExecution.STARTED_AT, retryAfter);
    }

    private static Look succeeded(Run run) {
        return new Look.Ended(run, Verdict.SUCCEEDED, OneExecution.facts("success"));
    }

    private static Look going(Run run) {
        return new Look.Going(run, OneExecution.facts("processing"));
    }
}
