package io.syncstep.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.syncstep.json.Envelope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** The newest data of an execution is found, whatever lies above it, and nothing else is taken for it. */
class ExecutionHistoryTest {

    private static final String ARN = "arn:aws:states:us-east-1:123456789012:execution:sync:sample";
    private static final HistoryEvent ABORTED = event(HistoryEventType.EXECUTION_ABORTED);
    private static final HistoryEvent STARTED = event(HistoryEventType.EXECUTION_STARTED);

    private final SfnClient client = mock(SfnClient.class);
    private final ExecutionHistory history = new ExecutionHistory(client);

    @Test
    void aTaskWhoseFunctionLambdaRefusedToRunIsNotUnderWay() {
        pages(List.of(
                ABORTED,
                event(HistoryEventType.TASK_STATE_ABORTED),
                throttled(),
                event(HistoryEventType.TASK_SCHEDULED),
                taskEntered("newest")));

        assertThat(history.endingOf(ARN)).isEqualTo(after("newest", false));
    }

    @Test
    void aTaskThatWasBegunAgainAfterThatIsUnderWay() {
        pages(List.of(
                ABORTED,
                event(HistoryEventType.TASK_STARTED),
                event(HistoryEventType.TASK_SCHEDULED),
                throttled(),
                event(HistoryEventType.TASK_SCHEDULED),
                taskEntered("newest")));

        assertThat(history.endingOf(ARN)).isEqualTo(after("newest", true));
    }

    @Test
    void theNewestDataWinsAndNoPageIsReadBeyondIt() {
        pages(
                List.of(ABORTED, event(HistoryEventType.TASK_STATE_ABORTED)),
                List.of(event(HistoryEventType.TASK_STARTED), taskEntered("newest")),
                List.of(exited("older"), STARTED));

        assertThat(history.endingOf(ARN)).isEqualTo(after("newest", true));
        verify(client, times(2)).getExecutionHistory(any(GetExecutionHistoryRequest.class));
    }

    @Test
    void itAsksForTheNewestEventsWithTheirData() {
        pages(List.of(ABORTED, exited("newest")));

        history.endingOf(ARN);

        ArgumentCaptor<GetExecutionHistoryRequest> asked = ArgumentCaptor.forClass(GetExecutionHistoryRequest.class);
        verify(client).getExecutionHistory(asked.capture());
        assertThat(asked.getValue().executionArn()).isEqualTo(ARN);
        assertThat(asked.getValue().reverseOrder()).isTrue();
        assertThat(asked.getValue().includeExecutionData()).isTrue();
    }

    @Test
    void whatAStateGaveIsNotUnderWay() {
        pages(List.of(event(HistoryEventType.EXECUTION_TIMED_OUT), exited("newest"), taskEntered("older")));

        assertThat(history.endingOf(ARN)).isEqualTo(after("newest", false));
    }

    @Test
    void dataWithoutASyncIsPassedOver() {
        pages(List.of(ABORTED, exited("\"a text\"", false), exited("{\"report\":1}", false), exited("older")));

        assertThat(history.endingOf(ARN)).isEqualTo(after("older", false));
    }

    @Test
    void whatTheFirstStateWasGivenIsAUsersAndNotOurs() {
        HistoryEvent forged = HistoryEvent.builder()
                .type(HistoryEventType.PASS_STATE_ENTERED)
                .stateEnteredEventDetails(entered -> entered.input(data("forged")))
                .build();
        pages(List.of(ABORTED, forged, STARTED));

        assertThat(history.endingOf(ARN)).isEqualTo(new Ending.AtTheStart());
    }

    @Test
    void anExecutionThatWasRedrivenIsToldAsSuch() {
        for (HistoryEventType since : List.of(
                HistoryEventType.EXECUTION_REDRIVEN,
                HistoryEventType.EXECUTION_SUCCEEDED,
                HistoryEventType.EXECUTION_FAILED)) {
            pages(List.of(exited("newest"), event(since)), List.of(ABORTED, exited("older")));

            assertThat(history.endingOf(ARN)).as("%s", since).isEqualTo(new Ending.Redriven());
        }
    }

    @Test
    void anExecutionThatWasRedrivenAndAbortedAgainIsAborted() {
        pages(List.of(ABORTED, exited("newest"), event(HistoryEventType.EXECUTION_REDRIVEN), ABORTED));

        assertThat(history.endingOf(ARN)).isEqualTo(after("newest", false));
    }

    @Test
    void aHistoryThatDoesNotTellOfTheEndYetIsReadAgainLater() {
        pages(List.of(exited("newest"), STARTED));

        assertThatThrownBy(() -> history.endingOf(ARN))
                .hasMessage("The history of " + ARN + " does not tell yet how it ended");
    }

    @Test
    void olderDataIsNotTakenForDataThatWasCutOff() {
        pages(List.of(ABORTED, exited(data("newest").substring(0, 20), true), exited("older")));

        assertThatThrownBy(() -> history.endingOf(ARN)).hasMessageContaining("is not there as a whole");
    }

    @Test
    void olderDataIsNotTakenForDataThatIsMissing() {
        HistoryEvent empty = HistoryEvent.builder()
                .type(HistoryEventType.TASK_STATE_ENTERED)
                .id(7L)
                .stateEnteredEventDetails(entered -> entered.name("Check the run"))
                .build();
        pages(List.of(ABORTED, empty, exited("older")));

        assertThatThrownBy(() -> history.endingOf(ARN)).hasMessageContaining("event 7 is not there as a whole");
    }

    @Test
    void whatStepFunctionsRefusesFailsTheFunction() {
        pages(List.of());
        when(client.getExecutionHistory(any(GetExecutionHistoryRequest.class)))
                .thenThrow(ExecutionDoesNotExistException.builder().build());

        assertThatThrownBy(() -> history.endingOf(ARN)).isInstanceOf(ExecutionDoesNotExistException.class);
    }

    @SafeVarargs
    private void pages(List<HistoryEvent>... pages) {
        when(client.getExecutionHistoryPaginator(any(GetExecutionHistoryRequest.class)))
                .thenCallRealMethod();
        when(client.getExecutionHistory(any(GetExecutionHistoryRequest.class))).thenAnswer(call -> {
            GetExecutionHistoryRequest request = call.getArgument(0);
            int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
            return GetExecutionHistoryResponse.builder()
                    .events(pages[page])
                    .nextToken(page + 1 < pages.length ? Integer.toString(page + 1) : null)
                    .build();
        });
    }

    private static HistoryEvent throttled() {
        return HistoryEvent.builder()
                .type(HistoryEventType.TASK_FAILED)
                .taskFailedEventDetails(failed -> failed.error("Lambda.TooManyRequestsException"))
                .build();
    }

    private static HistoryEvent event(HistoryEventType type) {
        return HistoryEvent.builder().type(type).build();
    }

    private static HistoryEvent taskEntered(String task) {
        return HistoryEvent.builder()
                .type(HistoryEventType.TASK_STATE_ENTERED)
                .stateEnteredEventDetails(
                        entered -> entered.input(data(task)).inputDetails(details -> details.truncated(false)))
                .build();
    }

    private static HistoryEvent exited(String task) {
        return exited(data(task), false);
    }

    private static HistoryEvent exited(String json, boolean truncated) {
        return HistoryEvent.builder()
                .type(HistoryEventType.CHOICE_STATE_EXITED)
                .stateExitedEventDetails(
                        exited -> exited.output(json).outputDetails(details -> details.truncated(truncated)))
                .build();
    }

    private static String data(String task) {
        return """
                {"request":{},"execution":{"id":"e","name":"n","startedAt":"2026-11-22T08:00:00Z"},
                 "sync":{"next":"follow","waitSeconds":1,"run":{"taskId":"%s"},"report":{}}}""".formatted(task);
    }

    private static Ending after(String task, boolean underWay) {
        return new Ending.After(Envelope.read(data(task), Instant.EPOCH), underWay);
    }
}
