package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.handlers.StopAbortedSync;
import io.syncstep.history.ExecutionHistory;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Executions that are ended from outside, and what StopAbortedSync then does, answers and logs. */
final class Aborts {

    /** A request whose run never ends. */
    static final String ENDLESS = "{\"provider\":\"stitch\",\"sourceId\":9000006}";

    /** What stops that run. */
    static final String STOP = "/v4/sources/9000006/sync";

    private static final String ARN = "arn:aws:states:us-east-1:123456789012:execution:sync:sample";

    private final Stage stage;
    private final List<JsonNode> logged = new ArrayList<>();

    Aborts(Stage stage) {
        this.stage = stage;
    }

    /** Ended as it entered that state for the so-manyth time. */
    Remembered endedIn(String state, int times, String request) {
        AtomicInteger seen = new AtomicInteger();
        Remembered execution =
                new Remembered(entered -> entered.state().equals(state) && seen.incrementAndGet() == times);
        assertThatThrownBy(() -> stage.run(request, execution)).isInstanceOf(Remembered.Ended.class);
        return execution;
    }

    /** The start call has come to its end, and its answer to nobody. */
    Remembered endedDuringTheStart(String request) {
        stage.store("stitch/acme", stage.stitchCredential(Stage.ACCESS_TOKEN));
        stage.platform(functions -> (name, payload) -> {
            FunctionAnswer answer = functions.invoke(name, payload);
            if (name.equals("${TriggerSync}")) {
                throw new Remembered.Ended();
            }
            return answer;
        });
        Remembered execution = new Remembered(entered -> false);
        assertThatThrownBy(() -> stage.run(request, execution)).hasRootCauseInstanceOf(Remembered.Ended.class);
        return execution;
    }

    String afterAbort(Remembered execution) {
        return function(execution.ending(HistoryEventType.EXECUTION_ABORTED))
                .handleRequest(event("ABORTED"), context());
    }

    String afterTimeout(Remembered execution) {
        return function(execution.ending(HistoryEventType.EXECUTION_TIMED_OUT))
                .handleRequest(event("TIMED_OUT"), context());
    }

    StopAbortedSync function(Remembered execution) {
        return new StopAbortedSync(stage.wiring(), new ExecutionHistory(execution.client()));
    }

    private static ScheduledEvent event(String status) {
        return new ScheduledEvent().withDetail(Map.of("executionArn", ARN, "status", status));
    }

    Context context() {
        LambdaLogger logger = mock(LambdaLogger.class);
        doAnswer(call -> logged.add(json(call.getArgument(0))))
                .when(logger)
                .log(any(String.class), any(LogLevel.class));
        Context context = mock(Context.class);
        when(context.getLogger()).thenReturn(logger);
        return context;
    }

    private static JsonNode json(String line) throws JsonProcessingException {
        assertThat(line).doesNotContain("\n", Stage.ACCESS_TOKEN, Stage.API_KEY);
        return Stage.JSON.readTree(line);
    }

    /** The lines that the function logged. */
    List<JsonNode> logged() {
        return List.copyOf(logged);
    }

    void assertLogged(String outcome, String status) {
        assertThat(logged).last().satisfies(line -> {
            assertThat(line.path("outcome").asText()).isEqualTo(outcome);
            assertThat(line.path("status").asText()).isEqualTo(status);
            assertThat(line.path("execution").asText()).isEqualTo(ARN);
            assertThat(line.path("message").asText()).isNotEmpty();
        });
    }

    void pass(Duration time) throws InterruptedException {
        stage.time()
                .pass(
                        new LinkedBlockingQueue<>(),
                        0,
                        stage.time().clock().instant().plus(time));
    }

    long stops() {
        return stage.stitch().requests("DELETE", STOP).size();
    }

    static Fault broken() {
        return Fault.before(new Damage.Instead(Reply.empty(500)));
    }
}
