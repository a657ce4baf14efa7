package io.syncstep.local.aws;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** An execution in AWS whose history grows by one portion per look. */
final class Remote {

    static final String ARN = "arn:aws:states:eu-central-1:123456789012:execution:sync:e";
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final int PAGE = 3;

    private final List<HistoryEvent> events = new ArrayList<>();
    private final List<Integer> portions = new ArrayList<>();
    private final List<RuntimeException> troubles = new ArrayList<>();
    private final Map<String, RuntimeException> refused = new HashMap<>();
    final List<Duration> pauses = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    Remote() {
        then(HistoryEventType.EXECUTION_STARTED, 0, event -> {});
    }

    Remote then(HistoryEventType type, int second, Consumer<HistoryEvent.Builder> details) {
        return behind(events.size(), type, second, details);
    }

    /** An event that follows another one than the last. */
    Remote behind(long previous, HistoryEventType type, int second, Consumer<HistoryEvent.Builder> details) {
        var event = HistoryEvent.builder()
                .id(events.size() + 1L)
                .previousEventId(previous)
                .timestamp(START.plusSeconds(second))
                .type(type);
        details.accept(event);
        events.add(event.build());
        return this;
    }

    Remote enters(String type, String state, int second, String data) {
        return then(
                HistoryEventType.fromValue(type + "StateEntered"),
                second,
                event -> event.stateEnteredEventDetails(
                        entered -> entered.name(state).input(data)));
    }

    Remote leaves(String type, String state, int second) {
        return then(
                HistoryEventType.fromValue(type + "StateExited"),
                second,
                event -> event.stateExitedEventDetails(
                        exited -> exited.name(state).output("{}")));
    }

    /** What comes from here on is not there yet at this look. */
    Remote later() {
        portions.add(events.size());
        return this;
    }

    /** The first looks fail. */
    Remote fails(RuntimeException... looks) {
        troubles.addAll(List.of(looks));
        return this;
    }

    /** The history of a task can't be read. */
    Remote failsFor(String task, RuntimeException look) {
        refused.put(Remote.ARN.replaceFirst(":e$", ":" + task), look);
        return this;
    }

    int events() {
        return events.size();
    }

    Execution follow(Listener listener) throws InterruptedException {
        return follow(listener, new HistoryClock(Clock.systemUTC()));
    }

    Execution follow(Listener listener, HistoryClock clock) throws InterruptedException {
        return new Follower(client(), clock, pauses::add, notices::add).toEnd(ARN, listener);
    }

    private SfnClient client() {
        var client = mock(SfnClient.class);
        when(client.getExecutionHistory(any(GetExecutionHistoryRequest.class)))
                .thenAnswer(call -> answer(call.getArgument(0)));
        return client;
    }

    private GetExecutionHistoryResponse answer(GetExecutionHistoryRequest request) {
        asked.add(request.executionArn());
        if (refused.containsKey(request.executionArn())) {
            throw refused.get(request.executionArn());
        }
        if (!troubles.isEmpty()) {
            throw troubles.removeFirst();
        }
        if (request.nextToken() != null) {
            var place = request.nextToken().split("/", -1);
            return page(Integer.parseInt(place[0]), Integer.parseInt(place[1]));
        }
        return page(0, portions.isEmpty() ? events.size() : portions.removeFirst());
    }

    /** Newest first. */
    private GetExecutionHistoryResponse page(int from, int size) {
        var to = Math.min(from + PAGE, size);
        return GetExecutionHistoryResponse.builder()
                .events(events.subList(0, size).reversed().subList(from, to))
                .nextToken(to < size ? to + "/" + size : null)
                .build();
    }
}
