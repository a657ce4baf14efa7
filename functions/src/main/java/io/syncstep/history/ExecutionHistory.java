package io.syncstep.history;

import io.syncstep.json.Envelope;
import io.syncstep.tls.Trust;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.SfnClientBuilder;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventExecutionDataDetails;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Reads the history of an execution that was aborted or timed out, newest event first, and no further than needed: the
 * data is a few events back, or some 60 where a check was being retried.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">AWS's page</a>
 */
public final class ExecutionHistory {

    private static final Set<HistoryEventType> ENDED_FROM_OUTSIDE =
            EnumSet.of(HistoryEventType.EXECUTION_ABORTED, HistoryEventType.EXECUTION_TIMED_OUT);
    private static final Set<HistoryEventType> WENT_ON = EnumSet.of(
            HistoryEventType.EXECUTION_REDRIVEN,
            HistoryEventType.EXECUTION_SUCCEEDED,
            HistoryEventType.EXECUTION_FAILED);

    private static final Set<HistoryEventType> OF_TASK = EnumSet.of(
            HistoryEventType.TASK_SCHEDULED,
            HistoryEventType.TASK_STARTED,
            HistoryEventType.TASK_FAILED,
            HistoryEventType.TASK_TIMED_OUT,
            HistoryEventType.TASK_SUCCEEDED);

    private final Supplier<SfnClient> client;

    public ExecutionHistory(SfnClient client) {
        this(() -> client);
    }

    private ExecutionHistory(Supplier<SfnClient> client) {
        this.client = client;
    }

    /** As in AWS: the region and the role of the function. Its client is built when it is first needed, not in init. */
    public static ExecutionHistory ofLambda() {
        var built = new AtomicReference<SfnClient>();
        return new ExecutionHistory(() -> built.updateAndGet(client -> client == null ? client().build() : client));
    }

    /** How its client is built. */
    public static SfnClientBuilder client() {
        return SfnClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(Trust::managers));
    }

    /**
     * How far the execution had come.
     *
     * @throws IllegalStateException when the history does not tell of the end yet
     */
    public Ending endingOf(String executionArn) {
        Iterator<HistoryEvent> newestFirst = client.get()
                .getExecutionHistoryPaginator(request(executionArn))
                .events()
                .iterator();
        while (newestFirst.hasNext()) {
            HistoryEventType type = newestFirst.next().type();
            if (ENDED_FROM_OUTSIDE.contains(type)) {
                return newestData(newestFirst);
            }
            if (WENT_ON.contains(type)) {
                return new Ending.Redriven();
            }
        }
        throw new IllegalStateException("The history of " + executionArn + " does not tell yet how it ended");
    }

    private static GetExecutionHistoryRequest request(String executionArn) {
        return GetExecutionHistoryRequest.builder()
                .executionArn(executionArn)
                .reverseOrder(true)
                .includeExecutionData(true)
                .build();
    }

    private static Ending newestData(Iterator<HistoryEvent> newestFirst) {
        Optional<HistoryEvent> newestOfTask = Optional.empty();
        while (newestFirst.hasNext()) {
            HistoryEvent event = newestFirst.next();
            newestOfTask = newestOfTask.isEmpty() && OF_TASK.contains(event.type()) ? Optional.of(event) : newestOfTask;
            Optional<Envelope> state =
                    data(event).map(text -> Envelope.read(text, Instant.EPOCH)).filter(Envelope::isOfAState);
            if (state.isPresent()) {
                return new Ending.After(
                        state.get(),
                        event.type() == HistoryEventType.TASK_STATE_ENTERED
                                && newestOfTask
                                        .filter(ExecutionHistory::isThrottled)
                                        .isEmpty());
            }
        }
        return new Ending.AtTheStart();
    }

    /** Lambda refused to run the function, and did so before: a Task is done again on nothing else where that matters. */
    private static boolean isThrottled(HistoryEvent event) {
        return event.type() == HistoryEventType.TASK_FAILED
                && "Lambda.TooManyRequestsException"
                        .equals(event.taskFailedEventDetails().error());
    }

    /**
     * What a state gave, or a Task was given. Not what the first state was given, a Pass: that is what a user sent, who
     * might have made it look like data of ours.
     */
    private static Optional<String> data(HistoryEvent event) {
        if (event.stateExitedEventDetails() != null) {
            return Optional.of(whole(
                    event,
                    event.stateExitedEventDetails().output(),
                    event.stateExitedEventDetails().outputDetails()));
        }
        return event.type() == HistoryEventType.TASK_STATE_ENTERED
                ? Optional.of(whole(
                        event,
                        event.stateEnteredEventDetails().input(),
                        event.stateEnteredEventDetails().inputDetails()))
                : Optional.empty();
    }

    /** AWS says that answers of this call are never cut off. If one is, older data must not be taken for the newest. */
    private static String whole(HistoryEvent event, String data, HistoryEventExecutionDataDetails details) {
        if (data == null || (details != null && Objects.equals(details.truncated(), true))) {
            throw new IllegalStateException(
                    "The data of the history's event " + event.id() + " is not there as a whole");
        }
        return data;
    }
}
