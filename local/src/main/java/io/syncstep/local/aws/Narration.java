package io.syncstep.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Execution.Status;
import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.Listener;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateEnteredEventDetails;

/** Tells a listener what a history says, as the engine on this machine would. */
final class Narration {

    private final Listener listener;
    private final StartedTasks tasks;
    private final Steps steps = new Steps();

    Narration(Listener listener, StartedTasks tasks) {
        this.listener = listener;
        this.tasks = tasks;
    }

    /** The execution, when this event ended it. */
    Optional<Execution> tell(HistoryEvent event) {
        steps.add(event);
        steps.entry(event).ifPresent(entry -> {
            happened(event, entry.stateEnteredEventDetails());
            tasks.see(event, entry);
        });
        return ended(event);
    }

    private void happened(HistoryEvent event, StateEnteredEventDetails entry) {
        if (event.stateEnteredEventDetails() != null) {
            var type = event.typeAsString().replace("StateEntered", "");
            var data = Json.read(entry.input());
            listener.on(new Listener.Entered(entry.name(), type, data, waiting(type, data)));
        } else if (event.stateExitedEventDetails() != null) {
            listener.on(new Listener.Exited(event.stateExitedEventDetails().name()));
        } else if (steps.isRetry(event)) {
            listener.on(new Listener.Retried(entry.name()));
        }
    }

    /** No event says how long a Wait will be: the data does, in the machines of this repository. */
    private static @Nullable Duration waiting(String type, JsonNode data) {
        var seconds = data.at("/sync/waitSeconds");
        return type.equals("Wait") && seconds.isNumber() ? Duration.ofSeconds(seconds.asLong()) : null;
    }

    private Optional<Execution> ended(HistoryEvent event) {
        return switch (event.type()) {
            case EXECUTION_SUCCEEDED -> {
                var output = Json.read(event.executionSucceededEventDetails().output());
                yield Optional.of(steps.ended(Status.SUCCEEDED, output, null, null));
            }
            case EXECUTION_FAILED -> {
                var failed = event.executionFailedEventDetails();
                yield Optional.of(steps.ended(Status.FAILED, null, failed.error(), failed.cause()));
            }
            case EXECUTION_TIMED_OUT -> {
                var details = Optional.ofNullable(event.executionTimedOutEventDetails());
                var error = details.map(each -> each.error()).orElse("States.Timeout");
                yield Optional.of(steps.ended(
                        Status.TIMED_OUT,
                        null,
                        error,
                        details.map(each -> each.cause()).orElse(null)));
            }
            case EXECUTION_ABORTED -> {
                var details = Optional.ofNullable(event.executionAbortedEventDetails());
                yield Optional.of(steps.ended(
                        Status.ABORTED,
                        null,
                        details.map(each -> each.error()).orElse(null),
                        details.map(each -> each.cause()).orElse(null)));
            }
            default -> Optional.empty();
        };
    }
}
