package io.syncstep.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Execution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** The steps of an execution, counted in its history as AWS bills them: states entered, and retries. */
final class Steps {

    /** By the id of an event, the one that entered the state in which it happened. */
    private final Map<Long, HistoryEvent> entries = new HashMap<>();

    private final List<String> states = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private int retries;
    private int events;

    /** Counts the next event: in order, none left out. */
    void add(HistoryEvent event) {
        events++;
        if (event.stateEnteredEventDetails() != null) {
            entries.put(event.id(), event);
            states.add(event.stateEnteredEventDetails().name());
            return;
        }
        Optional.ofNullable(entries.get(event.previousEventId())).ifPresent(entry -> entries.put(event.id(), entry));
        retries += isRetry(event) ? 1 : 0;
        if (event.type() == HistoryEventType.WAIT_STATE_EXITED) {
            entry(event).ifPresent(entry -> waits.add(seconds(entry, event)));
        }
    }

    private static long seconds(HistoryEvent from, HistoryEvent to) {
        return Duration.between(from.timestamp(), to.timestamp())
                .plusMillis(500)
                .toSeconds();
    }

    /** How the state was entered in which an event happened; empty outside of states. */
    Optional<HistoryEvent> entry(HistoryEvent event) {
        return Optional.ofNullable(entries.get(event.id()));
    }

    /** A Task is scheduled right behind its entry the first time, and behind a failure from then on. */
    boolean isRetry(HistoryEvent event) {
        return event.type() == HistoryEventType.TASK_SCHEDULED
                && entry(event)
                        .filter(entry -> !entry.id().equals(event.previousEventId()))
                        .isPresent();
    }

    /** The execution as a whole, once it has ended. */
    Execution ended(
            Execution.Status status, @Nullable JsonNode output, @Nullable String error, @Nullable String cause) {
        return new Execution(
                status, output, error, cause, List.copyOf(states), states.size() + retries, List.copyOf(waits), events);
    }
}
