package io.syncstep.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Execution.Status;
import io.syncstep.local.engine.Listener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** The tasks of a pipeline are told of as they start and as they end, though their events are mixed. */
class StartedTasksTest {

    private final Map<String, JsonNode> started = new LinkedHashMap<>();
    private final Map<String, Execution> ended = new LinkedHashMap<>();
    private final Remote remote = new Remote();

    private final Listener listener = new Listener() {
        @Override
        public void on(Event event) {}

        @Override
        public Listener child(String name, JsonNode input) {
            started.put(name, input);
            return NONE;
        }

        @Override
        public void childEnded(String name, Execution execution) {
            ended.put(name, execution);
        }
    };

    @Test
    void tasksThatRunAtTheSameTimeAreToldApart() throws Exception {
        var first = begin(1);
        var second = begin(2);
        remote.behind(first, HistoryEventType.TASK_FAILED, 9, failed("""
                {"Status":"FAILED","Error":"SyncFailed","Cause":"{}"}"""));
        remote.behind(second, HistoryEventType.TASK_SUCCEEDED, 9, succeeded("""
                {"Status":"SUCCEEDED","Output":{"status":"succeeded"}}"""));
        end();

        remote.follow(listener);

        assertThat(started.keySet()).containsExactly("task-1", "task-2");
        assertThat(Objects.requireNonNull(started.get("task-2")).path("syncId").asInt())
                .isEqualTo(2);
        assertThat(ended("task-1").status()).isEqualTo(Status.FAILED);
        assertThat(ended("task-1").error()).isEqualTo("SyncFailed");
        assertThat(ended("task-1").cause()).isEqualTo("{}");
        assertThat(ended("task-2").output()).hasToString("{\"status\":\"succeeded\"}");
        assertThat(ended("task-2").transitions()).isEqualTo(2);
        assertThat(remote.asked).contains("arn:aws:states:eu-central-1:123456789012:execution:sync:task-1");
    }

    @Test
    void aTaskThatWasAbortedOrRanOutOfTimeHasEnded() throws Exception {
        var first = begin(1);
        var second = begin(2);
        remote.behind(first, HistoryEventType.TASK_FAILED, 9, failed("{\"Status\":\"ABORTED\"}"));
        remote.behind(
                second,
                HistoryEventType.TASK_TIMED_OUT,
                9,
                event -> event.taskTimedOutEventDetails(
                        details -> details.resourceType("states").error("States.Timeout")));
        end();

        remote.follow(listener);

        assertThat(ended("task-1").status()).isEqualTo(Status.ABORTED);
        assertThat(ended("task-2").error()).isEqualTo("States.Timeout");
    }

    @Test
    void aTaskThatCouldNotBeStartedIsNotToldOf() throws Exception {
        remote.enters("Task", "Run the task", 1, "{}").then(HistoryEventType.TASK_SCHEDULED, 1, scheduled(1));
        remote.then(HistoryEventType.TASK_FAILED, 1, failed("It is being deleted"));
        end();

        remote.follow(listener);

        assertThat(started).isEmpty();
        assertThat(ended).isEmpty();
    }

    @Test
    void aCauseThatIsNoWholeJsonIsTold() throws Exception {
        var task = begin(1);
        remote.behind(task, HistoryEventType.TASK_FAILED, 9, failed("{\"Status\":\"FAI"));
        end();

        remote.follow(listener);

        assertThat(ended("task-1").status()).isEqualTo(Status.FAILED);
        assertThat(ended("task-1").cause()).isEqualTo("{\"Status\":\"FAI");
    }

    @Test
    void whatFunctionsEndWithMayBeAnything() throws Exception {
        remote.enters("Task", "Sum up the task", 1, "{}")
                .then(
                        HistoryEventType.TASK_FAILED,
                        1,
                        event -> event.taskFailedEventDetails(details ->
                                details.resourceType("lambda").error("a.Bug").cause("{\"errorMessage")))
                .then(
                        HistoryEventType.TASK_SUCCEEDED,
                        2,
                        event -> event.taskSucceededEventDetails(
                                details -> details.resourceType("lambda").output("not { JSON")));
        end();

        assertThat(remote.follow(listener).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void stepsThatCantBeCountedAreNamedAndChangeNothingElse() throws Exception {
        var task = begin(1);
        remote.behind(task, HistoryEventType.TASK_SUCCEEDED, 9, succeeded("{\"Status\":\"SUCCEEDED\",\"Output\":{}}"));
        end();
        remote.failsFor("task-1", SdkClientException.create("not for you"));

        assertThat(remote.follow(listener).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended("task-1").transitions()).isZero();
        assertThat(remote.notices).singleElement().asString().contains("task-1", "not counted", "not for you");
    }

    private Execution ended(String task) {
        return Objects.requireNonNull(ended.get(task));
    }

    /** The event behind which its end comes. */
    private long begin(int task) {
        remote.enters("Task", "Run the task", task, "{}")
                .then(HistoryEventType.TASK_SCHEDULED, task, scheduled(task))
                .then(
                        HistoryEventType.TASK_SUBMITTED,
                        task,
                        event -> event.taskSubmittedEventDetails(submitted -> submitted
                                .resourceType("states")
                                .output("{\"ExecutionArn\":\"%s\"}"
                                        .formatted(Remote.ARN.replaceFirst(":e$", ":task-" + task)))));
        return remote.events();
    }

    private void end() {
        remote.then(
                HistoryEventType.EXECUTION_SUCCEEDED,
                10,
                event -> event.executionSucceededEventDetails(details -> details.output("{}")));
    }

    private static Consumer<HistoryEvent.Builder> scheduled(int task) {
        return event -> event.taskScheduledEventDetails(scheduled -> scheduled
                .resourceType("states")
                .parameters("{\"Name\":\"task-%d\",\"Input\":{\"syncId\":%d}}".formatted(task, task)));
    }

    private static Consumer<HistoryEvent.Builder> failed(String cause) {
        return event -> event.taskFailedEventDetails(details ->
                details.resourceType("states").error("States.TaskFailed").cause(cause));
    }

    private static Consumer<HistoryEvent.Builder> succeeded(String output) {
        return event -> event.taskSucceededEventDetails(
                details -> details.resourceType("states").output(output));
    }
}
