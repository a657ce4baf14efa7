package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Before the start the task is looked up, and a run in progress where that matters; nothing is started. */
class BeforeStartTest {

    private static final Read<Optional<Prepared>> FREE =
            new Read.Got<>(Optional.of(new Prepared("1127166", Optional.empty())));
    private static final Read<Optional<Prepared>> BUSY =
            new Read.Got<>(Optional.of(new Prepared("1127166", Optional.of("41"))));

    @Test
    void withoutARunInProgressTheStartIsNextAtOnce() {
        OneExecution execution = new OneExecution(
                Requests.hightouch(""), ScriptedProvider.listing().prepares(FREE));

        Answer answer = execution.step();

        assertThat(answer.next()).isEqualTo(Next.START);
        assertThat(answer.waitSeconds()).isZero();
        assertThat(execution.run().taskId()).isEqualTo("1127166");
    }

    @Test
    void attachFollowsTheRunInProgressAndStartsNone() {
        ScriptedProvider provider = ScriptedProvider.listing().prepares(BUSY);
        OneExecution execution = new OneExecution(Requests.hightouch("\"ifRunning\":\"attach\""), provider);

        Answer answer = execution.step();

        assertThat(answer.next()).isEqualTo(Next.FOLLOW);
        assertThat(execution.run().runId()).isEqualTo("41");
        assertThat(execution.run().attached()).isTrue();
        assertThat(execution.run().start().triggeredAt()).isEqualTo(OneExecution.STARTED_AT);
        assertThat(provider.starts()).isZero();
    }

    @Test
    void failEndsWithTheRunInProgressAndStartsNone() {
        ScriptedProvider provider = ScriptedProvider.listing().prepares(BUSY);
        OneExecution execution = new OneExecution(Requests.hightouch("\"ifRunning\":\"fail\""), provider);

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.ALREADY_RUNNING);
        assertThat(failure.message()).contains("Hightouch sync 1127166", "run 41", "attach");
        assertThat(provider.asked()).containsExactly("prepare");
    }

    @Test
    void queueStartsBehindARunInProgress() {
        OneExecution execution = new OneExecution(
                Requests.hightouch(""), ScriptedProvider.listing().prepares(BUSY));

        assertThat(execution.step().next()).isEqualTo(Next.START);
        assertThat(execution.run().attached()).isFalse();
    }

    @Test
    void twoTroublesAreForgottenOnceTheThirdTryAnswers() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .prepares(new Read.Unanswered<>(OneExecution.trouble("503 Service Unavailable")))
                .prepares(new Read.Unanswered<>(OneExecution.trouble("connection lost")))
                .prepares(FREE);
        OneExecution execution = new OneExecution(Requests.hightouch("\"ifRunning\":\"attach\""), provider);

        assertThat(execution.step().next()).isEqualTo(Next.PREPARE);
        assertThat(execution.last().waitSeconds()).isPositive();
        assertThat(execution.step().next()).isEqualTo(Next.PREPARE);
        assertThat(execution.step().next()).isEqualTo(Next.START);
        assertThat(execution.run().watch().troubles()).isZero();
    }

    @Test
    void threeTroublesEndWithTheLastOfThemAndNothingStarted() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .prepares(new Read.Unanswered<>(OneExecution.trouble("503 Service Unavailable")));
        OneExecution execution = new OneExecution(Requests.hightouch("\"ifRunning\":\"attach\""), provider);

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.message())
                .contains(
                        "Hightouch sync 1127166 was not started", "3 tries", "503 Service Unavailable at 2026-11-22T");
        assertThat(provider.asked()).containsExactly("prepare", "prepare", "prepare");
    }

    @Test
    void aRetryAfterIsObeyed() {
        Trouble throttled = new Trouble("429 Too Many Requests", OneExecution.STARTED_AT, Duration.ofSeconds(77));
        OneExecution execution = new OneExecution(
                Requests.hightouch("\"ifRunning\":\"fail\""),
                ScriptedProvider.listing().prepares(new Read.Unanswered<>(throttled)));

        assertThat(execution.step().waitSeconds()).isEqualTo(77);
    }

    @Test
    void a401IsFinalAtOnce() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .prepares(new Read.Refused<>(new Refusal(401, "Unauthorized", "Token is invalid")));

        Report.Failure failure =
                new OneExecution(Requests.hightouch("\"ifRunning\":\"fail\",\"account\":\"eu\""), provider).toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.UNAUTHORIZED);
        assertThat(failure.httpStatus()).isEqualTo(401);
        assertThat(failure.message()).contains("Token is invalid", "(account eu)", "hightouch/eu");
        assertThat(provider.asked()).containsExactly("prepare");
    }

    @Test
    void a404EndsAsNotFoundWithTheReason() {
        ScriptedProvider provider =
                ScriptedProvider.listing().prepares(new Read.Refused<>(new Refusal(404, "Not Found", null)));

        Report.Failure failure = new OneExecution(Requests.hightouchSlug(""), provider).toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.NOT_FOUND);
        assertThat(failure.httpStatus()).isEqualTo(404);
        assertThat(failure.message()).contains("orders-to-crm", "404 Not Found");
        assertThat(provider.starts()).isZero();
    }

    @Test
    void anyOtherRefusalEndsAsProviderError() {
        ScriptedProvider provider =
                ScriptedProvider.listing().prepares(new Read.Refused<>(new Refusal(403, "Forbidden", "No plan")));

        Report.Failure failure = new OneExecution(Requests.hightouchSlug(""), provider).toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(failure.message()).contains("403 Forbidden: No plan");
    }
}
