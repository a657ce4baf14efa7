package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.syncstep.local.engine.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** What Step Functions would remember of an execution here, up to the moment when it is ended from outside. */
final class Remembered implements Listener {

    /** Ends the execution, from a listener or from a function. */
    static final class Ended extends RuntimeException {}

    private static final int PAGE = 3;

    private final List<HistoryEvent> events = new ArrayList<>();
    private final Predicate<Entered> last;
    private Optional<Entered> current = Optional.empty();

    /** @param last the state in which the execution is ended, once it is entered */
    Remembered(Predicate<Entered> last) {
        this.last = last;
        add(HistoryEvent.builder().type(HistoryEventType.EXECUTION_STARTED));
    }

    @Override
    public void on(Event event) {
        if (event instanceof Entered entered) {
            String data = entered.data().toString();
            current.ifPresent(before -> add(HistoryEvent.builder()
                    .type(before.type() + "StateExited")
                    .stateExitedEventDetails(exited -> exited.name(before.state())
                            .output(data)
                            .outputDetails(details -> details.truncated(false)))));
            add(HistoryEvent.builder()
                    .type(entered.type() + "StateEntered")
                    .stateEnteredEventDetails(into ->
                            into.name(entered.state()).input(data).inputDetails(details -> details.truncated(false))));
            current = Optional.of(entered);
            if (last.test(entered)) {
                throw new Ended();
            }
        }
    }

    /** Ends it with {@code EXECUTION_ABORTED} or {@code EXECUTION_TIMED_OUT}. */
    Remembered ending(HistoryEventType type) {
        current.map(Entered::type)
                .filter(List.of("Task", "Wait")::contains)
                .ifPresent(state -> add(HistoryEvent.builder().type(state + "StateAborted")));
        add(HistoryEvent.builder().type(type));
        return this;
    }

    private void add(HistoryEvent.Builder event) {
        events.add(event.id(events.size() + 1L).build());
    }

    /** Step Functions with this execution, whatever its ARN, in pages of a few events. */
    SfnClient client() {
        SfnClient client = mock(SfnClient.class);
        when(client.getExecutionHistoryPaginator(any(GetExecutionHistoryRequest.class)))
                .thenCallRealMethod();
        when(client.getExecutionHistory(any(GetExecutionHistoryRequest.class)))
                .thenAnswer(call -> page(call.getArgument(0)));
        return client;
    }

    private GetExecutionHistoryResponse page(GetExecutionHistoryRequest request) {
        assertThat(request.reverseOrder()).isTrue();
        assertThat(request.includeExecutionData()).isTrue();
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(from + PAGE, events.size());
        return GetExecutionHistoryResponse.builder()
                .events(events.reversed().subList(from, to))
                .nextToken(to < events.size() ? Integer.toString(to) : null)
                .build();
    }
}
