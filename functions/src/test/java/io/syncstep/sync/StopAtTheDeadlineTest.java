package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** At the deadline our run is stopped, once, and only where that was asked for; one that had ended by then is judged by its end. */
class StopAtTheDeadlineTest {

    @Test
    void aRunThatHadEndedWhenItWasToBeStoppedIsJudgedByItsEnd() {
        ScriptedProvider provider = ScriptedProvider.silent()
                .shows(StopAtTheDeadlineTest::going)
                .shows(StopAtTheDeadlineTest::succeeded)
                .stops(new StopAnswer.HadEnded());
        OneExecution execution =
                new OneExecution(Requests.stitch("\"timeoutSeconds\":60"), provider).following("1.120643.sync.x");
        execution.pass(Duration.ofSeconds(60));

        assertThat(execution.toTheEnd()).isInstanceOf(Report.Result.class);
        assertThat(provider.asked()).containsExactly("look", "stop", "look");
    }

    @Test
    void aStopThatAlwaysFindsTheRunEndedIsNotRepeatedWithoutEnd() {
        ScriptedProvider provider =
                ScriptedProvider.silent().shows(StopAtTheDeadlineTest::going).stops(new StopAnswer.HadEnded());
        OneExecution execution =
                new OneExecution(Requests.stitch("\"timeoutSeconds\":60"), provider).following("1.120643.sync.x");
        execution.pass(Duration.ofSeconds(60));

        assertThat(execution.toFailure().message()).contains("It had ended by the time it was to be stopped");
        assertThat(execution.age()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void atTheDeadlineOurRunIsStoppedRightAfterALookThatShowsItGoing() {
        ScriptedProvider provider =
                ScriptedProvider.silent().shows(StopAtTheDeadlineTest::going).stops(new StopAnswer.Stopped());
        OneExecution execution =
                new OneExecution(Requests.stitch("\"timeoutSeconds\":120"), provider).following("1.120643.sync.x");

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.SYNC_TIMED_OUT);
        assertThat(failure.message())
                .contains("Stitch run 1.120643.sync.x of source 120643 was not finished after 2 min", "was stopped");
        assertThat(provider.asked()).endsWith("look", "stop").containsOnlyOnce("stop");
        assertThat(execution.age()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aRunThatIsStoppedByItsIdNeedsNoLastLookThatShowsIt() {
        ScriptedProvider provider = ScriptedProvider.exact()
                .shows(StopAtTheDeadlineTest::going)
                .shows(new Look.Unanswered(OneExecution.trouble("502 Bad Gateway")))
                .stops(new StopAnswer.Stopped());
        OneExecution execution = new OneExecution(
                        Requests.hightouch("\"timeoutSeconds\":60,\"minWaitSeconds\":60"), provider)
                .following("42");

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.SYNC_TIMED_OUT);
        assertThat(failure.message()).contains("was stopped", "502 Bad Gateway");
        assertThat(provider.asked()).containsExactly("look", "look", "look", "look", "stop");
    }

    @Test
    void notEvenByItsIdIsARunStoppedThatIsNotToBe() {
        Look unanswered = new Look.Unanswered(OneExecution.trouble("502 Bad Gateway"));
        ScriptedProvider asked = ScriptedProvider.exact().shows(unanswered);
        ScriptedProvider attached = ScriptedProvider.exact().shows(unanswered);

        assertThat(new OneExecution(Requests.hightouch("\"timeoutSeconds\":60,\"stopOnTimeout\":false"), asked)
                        .following("42")
                        .toFailure()
                        .message())
                .contains("stopOnTimeout is false");
        assertThat(new OneExecution(Requests.hightouch("\"timeoutSeconds\":60"), attached)
                        .attachedTo("42")
                        .toFailure()
                        .message())
                .contains("somebody else started it");
        assertThat(asked.asked()).doesNotContain("stop");
        assertThat(attached.asked()).doesNotContain("stop");
    }

    @Test
    void theAnswerThatAsksForTheStopSaysHowItEndsIfThatAnswerIsLost() {
        OneExecution execution = new OneExecution(
                        Requests.stitch("\"timeoutSeconds\":60"),
                        ScriptedProvider.silent().shows(StopAtTheDeadlineTest::going))
                .following("1.120643.sync.x");
        while (execution.last().next() != Next.STOP) {
            execution.step();
        }

        assertThat(execution.last().report())
                .isInstanceOfSatisfying(
                        Report.Failure.class,
                        failure -> assertThat(failure.message()).contains("whether it did is not known"));
    }

    @Test
    void aFailedStopIsToldAndDoesNotReplaceTheError() {
        ScriptedProvider provider = ScriptedProvider.silent()
                .shows(StopAtTheDeadlineTest::going)
                .stops(new StopAnswer.NotStopped("500 Internal Server Error"));
        OneExecution execution =
                new OneExecution(Requests.stitch("\"timeoutSeconds\":120"), provider).following("1.120643.sync.x");

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.SYNC_TIMED_OUT);
        assertThat(failure.message()).contains("not stopped: 500 Internal Server Error", "Look in Stitch");
    }

    @Test
    void aRunIsNotStoppedWhereThatWasNotAskedFor() {
        ScriptedProvider provider = ScriptedProvider.silent().shows(StopAtTheDeadlineTest::going);
        OneExecution execution = new OneExecution(
                        Requests.stitch("\"timeoutSeconds\":120,\"stopOnTimeout\":false"), provider)
                .following("1.120643.sync.x");

        assertThat(execution.toFailure().message()).contains("stopOnTimeout is false");
        assertThat(provider.asked()).doesNotContain("stop");
    }

    @Test
    void somebodyElsesRunIsNotStopped() {
        ScriptedProvider provider = ScriptedProvider.silent().shows(StopAtTheDeadlineTest::going);
        OneExecution execution =
                new OneExecution(Requests.stitch("\"timeoutSeconds\":120"), provider).attachedTo("1.120643.sync.x");

        assertThat(execution.toFailure().message()).contains("somebody else started it");
        assertThat(provider.asked()).doesNotContain("stop");
    }

    @Test
    void whatRunsIsNotStoppedWhileTheLastLookDidNotShowThatItIsOurs() {
        ScriptedProvider provider =
                ScriptedProvider.silent().shows(new Look.Unanswered(OneExecution.trouble("502 Bad Gateway")));
        OneExecution execution =
                new OneExecution(Requests.stitch("\"timeoutSeconds\":120"), provider).following("1.120643.sync.x");

        assertThat(execution.toFailure().message()).contains("502 Bad Gateway", "did not show");
        assertThat(provider.asked()).doesNotContain("stop");
    }

    private static Look succeeded(Run run) {
        return new Look.Ended(run, Verdict.SUCCEEDED, OneExecution.facts("success"));
    }

    private static Look going(Run run) {
        return new Look.Going(run, OneExecution.facts("processing"));
    }
}
