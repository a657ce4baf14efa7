package io.syncstep.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.Listener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The executions that an execution starts, as its history tells of them. What they came to is counted in their own. */
final class StartedTasks {

    private static final String SERVICE = "states";

    /** @param execution its ARN */
    private record Started(String name, String execution) {}

    private final SfnClient client;
    private final Listener listener;
    private final Consumer<String> notices;
    private final Map<Long, JsonNode> asked = new HashMap<>();
    private final Map<Long, Started> started = new HashMap<>();

    /** @param notices is told which steps could not be counted */
    StartedTasks(SfnClient client, Listener listener, Consumer<String> notices) {
        this.client = client;
        this.listener = listener;
        this.notices = notices;
    }

    /** @param entry how the state was entered in which the event happened */
    void see(HistoryEvent event, HistoryEvent entry) {
        var scheduled = event.taskScheduledEventDetails();
        var submitted = event.taskSubmittedEventDetails();
        if (scheduled != null && SERVICE.equals(scheduled.resourceType())) {
            asked.put(entry.id(), Json.read(scheduled.parameters()));
        } else if (submitted != null && SERVICE.equals(submitted.resourceType())) {
            begin(entry.id(), Json.read(submitted.output()));
        } else {
            description(event).ifPresent(description -> end(entry.id(), description));
        }
    }

    private void begin(long entry, JsonNode answer) {
        var call = asked.getOrDefault(entry, MissingNode.getInstance());
        var execution = answer.path("ExecutionArn").asText();
        var task = new Started(execution.replaceFirst(".*:", ""), execution);
        started.put(entry, task);
        listener.child(task.name(), call.path("Input"));
    }

    /**
     * What a Task ended with that started an execution: its description, or the error of a Task that did not get one. What
     * others ended with is anything, and no business of ours.
     */
    private static Optional<JsonNode> description(HistoryEvent event) {
        var succeeded = event.taskSucceededEventDetails();
        if (succeeded != null && SERVICE.equals(succeeded.resourceType())) {
            return Optional.of(Json.read(succeeded.output()));
        }
        var failed = event.taskFailedEventDetails();
        if (failed != null && SERVICE.equals(failed.resourceType())) {
            return Optional.of(Description.ofFailure(failed.error(), failed.cause()));
        }
        return Optional.ofNullable(event.taskTimedOutEventDetails())
                .filter(timedOut -> SERVICE.equals(timedOut.resourceType()))
                .map(timedOut -> Description.ofFailure(timedOut.error(), timedOut.cause()));
    }

    private void end(long entry, JsonNode description) {
        var task = started.remove(entry);
        if (task != null) {
            listener.childEnded(task.name(), Description.execution(description, stepsOf(task)));
        }
    }

    private Steps stepsOf(Started task) {
        var steps = new Steps();
        try {
            new GrowingHistory(client, task.execution(), false).news().forEach(steps::add);
        } catch (SdkException e) {
            notices.accept("The steps of %s are not counted: %s".formatted(task.execution(), e.getMessage()));
        }
        return steps;
    }
}
