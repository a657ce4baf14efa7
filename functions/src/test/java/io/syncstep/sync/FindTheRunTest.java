package io.syncstep.sync;

import static io.syncstep.sync.ScriptedProvider.LOST;
import static io.syncstep.sync.ScriptedProvider.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After a lost answer to the start call the run is looked for; the call is not sent again. */
class FindTheRunTest {

    @Test
    void aMinuteIsGivenToARunToShow() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(LOST).sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(failure.httpStatus()).isNull();
        assertThat(failure.message()).contains("Hightouch sync 1127166", "connection lost", "look there");
        assertThat(execution.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(provider.asked().stream().filter("find"::equals)).hasSizeBetween(3, 20);
    }

    @Test
    void theLooksComeFastAtFirstAndTheLastOneWhenTheMinuteIsOver() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(LOST).sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();

        assertThat(execution.step().waitSeconds()).isBetween(1L, 5L);
        assertThat(execution.step().waitSeconds()).isBetween(1L, 10L);
        execution.toFailure();
        assertThat(execution.age()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void anAnswerThatNamedNoRunIsAProviderErrorOnceNoneHasShown() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .answers(new StartAnswer.InDoubt("200 OK that names no run", 200))
                .sights(new Sighting.None());

        Report.Failure failure =
                new OneExecution(Requests.hightouch(""), provider).toStart().toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.message()).contains("200 OK that names no run", "within a minute");
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void severalCandidatesAreNamedAndNoneIsTaken() {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(LOST).sights(new Sighting.Several(List.of("42", "43")));

        Report.Failure failure =
                new OneExecution(Requests.hightouch(""), provider).toStart().toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(failure.message()).contains("runs 42, 43", "sync 1127166");
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void severalCandidatesAfterA503AreNotFollowedByAnotherCall() {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(UNAVAILABLE).sights(new Sighting.Several(List.of("42", "43")));

        assertThat(new OneExecution(Requests.hightouch(""), provider)
                        .toStart()
                        .toFailure()
                        .error())
                .isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void whatCannotBeListedIsUnconfirmedAtOnce() {
        ScriptedProvider provider =
                ScriptedProvider.silent().answers(UNAVAILABLE).sights(new Sighting.Unlistable());

        Report.Failure failure =
                new OneExecution(Requests.sequence(""), provider).toStart().toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(failure.message()).contains("sync sequence 3fa85f64", "503 Service Unavailable");
        assertThat(failure.httpStatus()).isEqualTo(503);
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void theMinuteEndsAtTheDeadline() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(LOST).sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.hightouch("\"timeoutSeconds\":60"), provider).toStart();
        execution.pass(Duration.ofSeconds(45));

        assertThat(execution.toFailure().error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(execution.age()).isLessThan(Duration.ofSeconds(65));
    }

    @Test
    void anAnswerThatThePlatformLostIsADoubtSinceThatCallCouldBeSent() {
        ScriptedProvider provider = ScriptedProvider.listing().sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();
        execution.pass(Duration.ofSeconds(90));

        Answer answer = execution.startIsLostByThePlatform("States.Timeout");

        assertThat(answer.next()).isEqualTo(Next.FIND);
        Doubt doubt = execution.doubt();
        assertThat(doubt.sentAt()).isEqualTo(OneExecution.STARTED_AT);
        assertThat(doubt.since()).isEqualTo(execution.now());

        Report.Failure failure = execution.toFailure();
        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(failure.message()).contains("States.Timeout");
        assertThat(provider.starts()).isZero();
    }

    @Test
    void anAnswerThatThePlatformLostAfterA503IsNotRepeatedAndKeepsTheFirstTime() {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(UNAVAILABLE).sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();
        execution.step();
        while (execution.last().next() != Next.START) {
            execution.step();
        }

        execution.startIsLostByThePlatform("Lambda.Unknown");

        Doubt doubt = execution.doubt();
        assertThat(doubt.sentAt()).isEqualTo(OneExecution.STARTED_AT);
        assertThat(execution.toFailure().error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(provider.starts()).isEqualTo(1);
    }
}
