package io.syncstep.sync;

import static io.syncstep.sync.ScriptedProvider.LOST;
import static io.syncstep.sync.ScriptedProvider.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A start call whose answer is lost, or a 503, is looked up: what it may have started is ours, and it is not sent again on doubt. */
class LostStartTest {

    private final SettableClock clock = new SettableClock(OneExecution.STARTED_AT);

    @Test
    void aLostAnswerIsLookedUpAndTheCallNeverSentAgain() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(LOST).sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();

        assertThat(execution.step().next()).isEqualTo(Next.FIND);
        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void theRunOfALostAnswerIsFollowedAsOurs() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(LOST).sights(new Sighting.One("42"));
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();

        execution.step();
        Answer answer = execution.step();

        assertThat(answer.next()).isEqualTo(Next.FOLLOW);
        assertThat(execution.run().runId()).isEqualTo("42");
        assertThat(execution.run().attached()).isFalse();
        assertThat(execution.run().start().doubt()).isNull();
    }

    @Test
    void aRunIsLookedForSinceTheCallWasSentNotSinceItWasAnswered() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(LOST).taking(Duration.ofSeconds(20), clock);
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider, clock).toStart();

        execution.step();

        Doubt doubt = execution.doubt();
        assertThat(doubt.sentAt()).isEqualTo(OneExecution.STARTED_AT);
        assertThat(doubt.since()).isEqualTo(OneExecution.STARTED_AT.plusSeconds(20));
    }

    @Test
    void a503IsRepeatedOnlyAfterAMinuteOfLookingInVainAndThreeTimesInAll() {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(UNAVAILABLE).sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();
        List<Instant> sent = new ArrayList<>();
        while (execution.last().next() != Next.FAIL) {
            boolean isStart = execution.last().next() == Next.START;
            execution.step();
            if (isStart) {
                sent.add(execution.now());
            }
        }

        assertThat(sent).hasSize(3);
        assertThat(sent.get(1)).isAfterOrEqualTo(sent.get(0).plusSeconds(60));
        assertThat(sent.get(2)).isAfterOrEqualTo(sent.get(1).plusSeconds(60));
        Report.Failure failure = execution.toFailure();
        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.httpStatus()).isEqualTo(503);
        assertThat(failure.message()).contains("503 Service Unavailable", "3 calls", "sync 1127166");
        assertThat(provider.starts()).isEqualTo(3);
    }

    @Test
    void theRunOfAnEarlier503IsStillOursAfterTheSecond() {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(UNAVAILABLE).sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();
        execution.step();
        Doubt first = execution.doubt();
        while (provider.starts() < 2) {
            execution.step();
        }

        Doubt second = execution.doubt();
        assertThat(second.sentAt()).isEqualTo(first.sentAt());
        assertThat(second.since()).isEqualTo(execution.now());
        assertThat(second.looks()).isZero();
    }

    @Test
    void a500IsNeverRepeated() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .answers(new StartAnswer.InDoubt("500 Internal Server Error", 500))
                .sights(new Sighting.None());

        Report.Failure failure =
                new OneExecution(Requests.hightouch(""), provider).toStart().toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.httpStatus()).isEqualTo(500);
        assertThat(failure.message()).contains("500 Internal Server Error");
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void aRunInProgressAfterA503IsOurs() {
        ScriptedProvider provider = ScriptedProvider.silent()
                .answers(UNAVAILABLE)
                .answers(new StartAnswer.AlreadyRunning())
                .sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.stitch("\"ifRunning\":\"fail\""), provider).toStart();
        while (provider.starts() < 2) {
            execution.step();
        }

        assertThat(execution.last().next()).isEqualTo(Next.FIND);
        assertThat(execution.run().attached()).isFalse();
        assertThat(execution.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));

        Report.Failure failure = execution.toFailure();
        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(provider.starts()).isEqualTo(2);
    }
}
