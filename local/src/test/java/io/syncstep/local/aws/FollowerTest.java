package io.syncstep.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.local.engine.Execution.Status;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.engine.Listener.Entered;
import io.syncstep.local.engine.Listener.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** What happens in an execution in AWS is told as it would be told of one on this machine. */
class FollowerTest {

    private static final String WAITING = "{\"sync\":{\"waitSeconds\":30}}";

    private final List<Event> told = new ArrayList<>();
    private final Remote remote = new Remote();

    @Test
    void eachStateIsToldOnceAndInOrderHoweverTheHistoryComes() throws Exception {
        waitAndCheck().later().leaves("Task", "Check the run", 33).later().later();
        succeed(34);

        var ended = remote.follow(told::add);

        assertThat(entered()).containsExactly("Wait for the run", "Check the run");
        assertThat(told).hasSize(4);
        assertThat(((Entered) told.getFirst()).waiting()).isEqualTo(Duration.ofSeconds(30));
        assertThat(((Entered) told.get(2)).waiting()).isNull();
        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended.output()).hasToString("{\"status\":\"succeeded\"}");
        assertThat(ended.transitions()).isEqualTo(2);
        assertThat(ended.waits()).containsExactly(31L);
        assertThat(ended.historyEvents()).isEqualTo(remote.events());
    }

    @Test
    void itLooksASecondAfterNewsAndLessOftenWhileThereAreNone() throws Exception {
        waitAndCheck()
                .later()
                .later()
                .later()
                .later()
                .leaves("Task", "Check the run", 33)
                .later();
        succeed(34);

        remote.follow(told::add);

        assertThat(remote.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 4L, 1L);
    }

    @Test
    void aRetryIsToldAndCounts() throws Exception {
        remote.enters("Task", "Check the run", 1, "{}")
                .then(HistoryEventType.TASK_SCHEDULED, 1, FollowerTest::lambda)
                .then(
                        HistoryEventType.TASK_FAILED,
                        2,
                        event -> event.taskFailedEventDetails(failed -> failed.error("Lambda.Unknown")))
                .then(HistoryEventType.TASK_SCHEDULED, 4, FollowerTest::lambda);
        succeed(5);

        var ended = remote.follow(told::add);

        assertThat(told).contains(new Listener.Retried("Check the run"));
        assertThat(ended.transitions()).isEqualTo(2);
    }

    @Test
    void theClockShowsTheTimeOfTheEventThatIsTold() throws Exception {
        var clock = new HistoryClock(Clock.systemUTC());
        var times = new ArrayList<Instant>();
        waitAndCheck();
        succeed(32);

        remote.follow(event -> times.add(clock.instant()), clock);

        assertThat(times.getFirst()).isEqualTo("2026-11-22T08:00:01Z");
        assertThat(clock.instant()).isAfter(times.getLast());
    }

    @Test
    void aFailureHasErrorAndCause() throws Exception {
        remote.then(
                HistoryEventType.EXECUTION_FAILED,
                1,
                event -> event.executionFailedEventDetails(
                        failed -> failed.error("SyncFailed").cause("{}")));

        var ended = remote.follow(told::add);

        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThat(ended.error()).isEqualTo("SyncFailed");
        assertThat(ended.cause()).isEqualTo("{}");
    }

    @Test
    void anEndFromOutsideIsAnEndWithAndWithoutWords() throws Exception {
        assertThat(endedBy(HistoryEventType.EXECUTION_ABORTED)).isEqualTo(Status.ABORTED);
        assertThat(endedBy(HistoryEventType.EXECUTION_TIMED_OUT)).isEqualTo(Status.TIMED_OUT);

        remote.then(
                HistoryEventType.EXECUTION_ABORTED,
                1,
                event -> event.executionAbortedEventDetails(aborted -> aborted.cause("not tonight")));
        assertThat(remote.follow(told::add).cause()).isEqualTo("not tonight");
    }

    @Test
    void aLookThatFailsIsRepeatedAndAnExecutionNotListedYetIsWaitedFor() throws Exception {
        remote.fails(
                ExecutionDoesNotExistException.builder().statusCode(400).build(),
                SdkClientException.create("reset"),
                SfnException.builder().statusCode(503).build(),
                throttled());
        succeed(1);

        assertThat(remote.follow(told::add).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(remote.pauses).hasSize(4);
    }

    @Test
    void whoMayNotReadTheHistoryIsToldThatTheExecutionGoesOn() {
        remote.fails(
                SfnException.builder().statusCode(400).message("not authorized").build());

        assertThatThrownBy(() -> remote.follow(told::add))
                .isInstanceOf(AwsTrouble.class)
                .hasMessageContainingAll("goes on", Remote.ARN, "not authorized");
        assertThat(remote.asked).hasSize(1);
    }

    @Test
    void whatCantBeReadForMinutesIsGivenUp() {
        remote.fails(Stream.generate(() -> SdkClientException.create("no route to host"))
                .limit(30)
                .toArray(RuntimeException[]::new));

        assertThatThrownBy(() -> remote.follow(told::add))
                .isInstanceOf(AwsTrouble.class)
                .hasMessageContainingAll("goes on", "no route to host");
    }

    private Remote waitAndCheck() {
        return remote.enters("Wait", "Wait for the run", 1, WAITING)
                .leaves("Wait", "Wait for the run", 32)
                .enters("Task", "Check the run", 32, WAITING);
    }

    private void succeed(int second) {
        remote.then(
                HistoryEventType.EXECUTION_SUCCEEDED,
                second,
                event -> event.executionSucceededEventDetails(
                        succeeded -> succeeded.output("{\"status\":\"succeeded\"}")));
    }

    private static Status endedBy(HistoryEventType type) throws InterruptedException {
        return new Remote().then(type, 1, event -> {}).follow(Listener.NONE).status();
    }

    private List<String> entered() {
        return told.stream().filter(Entered.class::isInstance).map(Event::state).toList();
    }

    private static void lambda(HistoryEvent.Builder event) {
        event.taskScheduledEventDetails(
                scheduled -> scheduled.resourceType("lambda").parameters("{}"));
    }

    private static SfnException throttled() {
        return (SfnException) SfnException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ThrottlingException")
                        .build())
                .build();
    }
}
