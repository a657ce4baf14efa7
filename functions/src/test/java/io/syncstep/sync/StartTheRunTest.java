package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The start call: sent again only where it surely was not processed, final where it surely was rejected, looked up on doubt. */
class StartTheRunTest {

    private static final StartAnswer STARTED = new StartAnswer.Started("42");
    private static final StartAnswer REFUSED_CONNECTION =
            new StartAnswer.NotProcessed(OneExecution.trouble("connection refused"), false);
    private static final StartAnswer THROTTLED =
            new StartAnswer.NotProcessed(OneExecution.trouble("429 Too Many Requests"), true);
    private static final StartAnswer LOST = new StartAnswer.InDoubt("connection lost", null);
    private static final StartAnswer UNAVAILABLE = new StartAnswer.InDoubt("503 Service Unavailable", 503);

    private final SettableClock clock = new SettableClock(OneExecution.STARTED_AT);

    @Test
    void aStartedRunIsOursAndFollowed() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(STARTED).taking(Duration.ofSeconds(4), clock);
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider, clock).toStart();

        Answer answer = execution.step();

        assertThat(answer.next()).isEqualTo(Next.FOLLOW);
        assertThat(answer.waitSeconds()).isBetween(6L, 10L);
        assertThat(execution.run().runId()).isEqualTo("42");
        assertThat(execution.run().attached()).isFalse();
        // The time the call was sent, not the time it was answered.
        assertThat(execution.run().start().triggeredAt()).isEqualTo(OneExecution.STARTED_AT);
    }

    @Test
    void anUnreachableProviderGetsThreeCallsInAll() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(REFUSED_CONNECTION);
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.message())
                .contains(
                        "Hightouch sync 1127166 was not started",
                        "3 calls",
                        "connection refused at 2026-11-22T08:00:00Z");
        assertThat(provider.asked()).containsExactly("start", "start", "start");
    }

    @Test
    void theWaitsBetweenCallsGrow() {
        OneExecution execution = new OneExecution(
                        Requests.hightouch(""), ScriptedProvider.listing().answers(REFUSED_CONNECTION))
                .toStart();

        long first = execution.step().waitSeconds();
        long second = execution.step().waitSeconds();

        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void aCallThatComesThroughAfterRefusedConnectionsStartsTheRun() {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(REFUSED_CONNECTION).answers(STARTED);
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();

        assertThat(execution.step().next()).isEqualTo(Next.START);
        assertThat(execution.step().next()).isEqualTo(Next.FOLLOW);
        assertThat(execution.run().start().triggeredAt()).isEqualTo(execution.now());
    }

    @Test
    void throttlingIsRepeatedUntilTheDeadlineAllowsNoMore() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(THROTTLED);
        OneExecution execution = new OneExecution(Requests.hightouch("\"timeoutSeconds\":7200"), provider).toStart();

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.httpStatus()).isEqualTo(429);
        assertThat(failure.message()).contains("429 Too Many Requests", "2 h");
        assertThat(provider.starts()).isGreaterThan(10);
        assertThat(execution.age()).isGreaterThan(Duration.ofMinutes(110)).isLessThan(Duration.ofHours(2));
    }

    @Test
    void throttledCallsDoNotCountAmongTheThree() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .answers(THROTTLED)
                .answers(THROTTLED)
                .answers(THROTTLED)
                .answers(REFUSED_CONNECTION)
                .answers(THROTTLED)
                .answers(REFUSED_CONNECTION)
                .answers(STARTED);
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();

        for (int i = 0; i < 6; i++) {
            assertThat(execution.step().next()).isEqualTo(Next.START);
        }
        assertThat(execution.step().next()).isEqualTo(Next.FOLLOW);
    }

    @Test
    void aRetryAfterIsObeyed() {
        Trouble trouble = new Trouble("429 Too Many Requests", OneExecution.STARTED_AT, Duration.ofSeconds(1234));
        OneExecution execution = new OneExecution(
                        Requests.hightouch(""),
                        ScriptedProvider.listing().answers(new StartAnswer.NotProcessed(trouble, true)))
                .toStart();

        assertThat(execution.step().waitSeconds()).isEqualTo(1234);
    }

    @Test
    void aRetryAfterBeyondTheDeadlineEndsAtOnce() {
        Trouble trouble = new Trouble("429 Too Many Requests", OneExecution.STARTED_AT, Duration.ofHours(1));
        OneExecution execution = new OneExecution(
                        Requests.hightouch(""),
                        ScriptedProvider.listing().answers(new StartAnswer.NotProcessed(trouble, true)))
                .toStart();

        assertThat(execution.toFailure().message()).contains("429 Too Many Requests", "in 1 h");
        assertThat(execution.age()).isZero();
    }

    @Test
    void aRejectionIsFinalAtOnce() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .answers(new StartAnswer.Rejected(new Refusal(422, "Unprocessable Content", "Validation failed")));

        Report.Failure failure =
                new OneExecution(Requests.hightouch(""), provider).toStart().toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.httpStatus()).isEqualTo(422);
        assertThat(failure.message()).contains("sync 1127166", "422 Unprocessable Content: Validation failed");
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void rejectionsHaveTheirNames() {
        assertThat(rejectedWith(401)).isEqualTo(SyncError.UNAUTHORIZED);
        assertThat(rejectedWith(404)).isEqualTo(SyncError.NOT_FOUND);
        assertThat(rejectedWith(302)).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(rejectedWith(400)).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(rejectedWith(200)).isEqualTo(SyncError.PROVIDER_ERROR);
    }

    private static SyncError rejectedWith(int status) {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(new StartAnswer.Rejected(new Refusal(status, "reason", null)));
        return new OneExecution(Requests.hightouch(""), provider)
                .toStart()
                .toFailure()
                .error();
    }

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
    void aRunInProgressIsAttachedTo() {
        ScriptedProvider provider = ScriptedProvider.silent().answers(new StartAnswer.AlreadyRunning());
        OneExecution execution = new OneExecution(Requests.stitch(""), provider).toStart();

        assertThat(execution.step().next()).isEqualTo(Next.FOLLOW);
        assertThat(execution.run().attached()).isTrue();
        assertThat(execution.run().runId()).isNull();
    }

    @Test
    void aRunInProgressIsAlreadyRunningWhereThatWasAskedFor() {
        ScriptedProvider provider = ScriptedProvider.silent().answers(new StartAnswer.AlreadyRunning());

        Report.Failure failure = new OneExecution(Requests.stitch("\"ifRunning\":\"fail\""), provider)
                .toStart()
                .toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.ALREADY_RUNNING);
        assertThat(failure.message()).contains("Stitch source 120643", "in progress");
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

    @Test
    void pastTheDeadlineNothingIsStarted() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(STARTED);
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();
        execution.pass(Duration.ofHours(1));

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.SYNC_TIMED_OUT);
        assertThat(failure.message()).contains("sync 1127166 was not started", "1 h", "timeoutSeconds");
        assertThat(provider.starts()).isZero();
    }
}
