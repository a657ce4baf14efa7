package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The start call: sent again only where it surely was not processed, final where it surely was rejected, looked up on doubt. */
class StartTheRunTest {

    private static final StartAnswer STARTED = new StartAnswer.Started("42");
    private static final StartAnswer REFUSED_CONNECTION =
            new StartAnswer.NotProcessed(OneExecution.trouble("connection refused"), false);
    private static final StartAnswer THROTTLED =
            new StartAnswer.NotProcessed(OneExecution.trouble("429 Too Many Requests"), true);
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
    void pastTheDeadlineNothingIsStarted() {
        ScriptedProvider provider = ScriptedProvider.listing().answers(STARTED);
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();
        execution.pass(Duration.ofHours(1));

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.SYNC_TIMED_OUT);
        assertThat(failure.message()).contains("sync 1127166 was not started", "1 h", "timeoutSeconds");
        assertThat(provider.starts()).isZero();
    }

    private static SyncError rejectedWith(int status) {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(new StartAnswer.Rejected(new Refusal(status, "reason", null)));
        return new OneExecution(Requests.hightouch(""), provider)
                .toStart()
                .toFailure()
                .error();
    }
}
