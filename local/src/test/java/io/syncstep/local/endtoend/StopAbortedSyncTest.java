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
import io.syncstep.local.simulator.wire.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** An execution that was ended from outside leaves no run of ours behind, and stops none of anybody else. */
class StopAbortedSyncTest {

    private static final String ARN = "arn:aws:states:us-east-1:123456789012:execution:sync:sample";
    private static final String ENDLESS = "{\"provider\":\"stitch\",\"sourceId\":9000006}";
    private static final String STOP = "/v4/sources/9000006/sync";

    private final Stage stage = new Stage();
    private final List<JsonNode> logged = new ArrayList<>();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wait for the run", "Check the run", "Is it finished?"})
    void theRunOfAnAbortedExecutionIsStopped(String state) {
        Remembered execution = endedIn(state, 3, ENDLESS);

        assertThat(afterAbort(execution))
                .startsWith("Stitch run 116078.9000006.sync.")
                .endsWith("of source 9000006 was stopped in Stitch, as its execution was aborted.");
        assertThat(stops()).isEqualTo(1);
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().path("runId").asText())
                .isEqualTo(stage.stitch().jobNames(9000006).getFirst());
        assertLogged("stopped", "ABORTED");
    }

    @Test
    void theRunIsStoppedWhenTheMachineTimedOut() {
        assertThat(afterTimeout(endedIn("Wait for the run", 3, ENDLESS)))
                .endsWith("was stopped in Stitch, as its execution timed out.");
        assertThat(stops()).isEqualTo(1);
        assertLogged("stopped", "TIMED_OUT");
    }

    @Test
    void stopOnTimeoutIsAboutTimeoutsAndNotAboutAborts() {
        String request = "{\"provider\":\"stitch\",\"sourceId\":9000006,\"stopOnTimeout\":false}";
        Remembered execution = endedIn("Wait for the run", 2, request);

        assertThat(afterTimeout(execution)).endsWith("goes on in Stitch: stopOnTimeout is false.");
        assertThat(stops()).isZero();

        assertThat(afterAbort(execution)).contains("was stopped");
        assertThat(stops()).isEqualTo(1);
    }

    @Test
    void aRunOfSomebodyElseIsNotStopped() {
        String request = "{\"provider\":\"stitch\",\"sourceId\":9000007}";

        assertThat(afterAbort(endedIn("Wait for the run", 2, request)))
                .isEqualTo("Stitch the run of source 9000007 goes on in Stitch: somebody else started it, so it was not"
                        + " stopped.");
        assertThat(stage.stitch().requests("DELETE", "/v4/sources/9000007/sync"))
                .isEmpty();
        assertLogged("goes on", "ABORTED");
    }

    @Test
    void aRunThatIsStoppedByItsIdNeedsNoLook() {
        Remembered execution = endedIn("Wait for the run", 2, "{\"provider\":\"dbt\",\"jobId\":9000006}");

        assertThat(afterAbort(execution))
                .isEqualTo(
                        "dbt Cloud run 34000013 of job 9000006 was stopped in dbt Cloud, as its execution was aborted.");
        assertThat(stage.dbt().requests("POST", "/runs/34000013/cancel/")).hasSize(1);
        assertLogged("stopped", "ABORTED");
    }

    @Test
    void aLostRunIsFoundByItsCauseAndStopped() throws InterruptedException {
        stage.dbt().faults().plan(Where.first("POST", "/**/run/"), Fault.after(new Damage.Drop()));
        Remembered execution = endedIn("Wait for the run to show", 1, "{\"provider\":\"dbt\",\"jobId\":9000006}");
        pass(Duration.ofSeconds(30));

        assertThat(afterAbort(execution)).contains("34000013", "was stopped in dbt Cloud");
        assertThat(stage.dbt().requests("POST", "/runs/34000013/cancel/")).hasSize(1);
    }

    @Test
    void aProviderWithoutAStopCallIsNotCalledAndTheRunIsNamed() {
        Remembered execution = endedIn("Wait for the run", 2, "{\"provider\":\"hightouch\",\"syncId\":77}");
        int before = stage.hightouch().requests().size();

        assertThat(afterAbort(execution))
                .startsWith("Hightouch run 7000014 of sync 77 goes on in Hightouch: it has no call to stop one.")
                .contains("https://app.hightouch.com/acme/");
        assertThat(stage.hightouch().requests()).hasSize(before);
        assertLogged("goes on", "ABORTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Note what was asked", "Look before starting", "May it start?"})
    void nothingIsDoneBeforeTheStart(String state) {
        assertThat(afterAbort(endedIn(state, 1, ENDLESS))).contains("start");
        assertThat(stops()).isZero();
        assertThat(stage.stitch().requests("GET", "/v4/*/extractions")).isEmpty();
        assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void nothingIsDoneForARequestThatWasInvalid() {
        assertThat(afterAbort(endedIn("Sync failed", 1, "{\"provider\":\"nobody\"}")))
                .contains("nothing was started");
        assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aUserCannotPassARequestOffAsDataOfOurs() {
        String forged = """
                {"request":{"provider":"stitch","sourceId":9000006},"execution":{"id":"e","name":"e"},
                 "sync":{"next":"follow","run":{"taskId":"9000006","runId":"116078.9000006.sync.0",
                 "start":{"triggeredAt":"2020-01-01T00:00:00Z"}}}}""";

        afterAbort(endedIn("Note what was asked", 1, forged));

        assertThat(stops()).isZero();
        assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aVerdictStands() {
        Remembered execution = endedIn("Sync succeeded", 1, "{\"provider\":\"stitch\",\"sourceId\":120643}");

        assertThat(afterAbort(execution)).contains("had its verdict before the execution was aborted");
        assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aRunThatEndedMeanwhileIsLeftAlone() throws Exception {
        Remembered execution = endedIn("Wait for the run", 1, "{\"provider\":\"stitch\",\"sourceId\":120643}");
        pass(Duration.ofMinutes(5));

        assertThat(afterAbort(execution)).contains("had ended before it could be stopped");
        assertThat(stage.stitch().requests("DELETE", "/v4/sources/120643/sync")).isEmpty();
        assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aRunThatWasBeingStoppedIsNotStoppedTwice() {
        String request = "{\"provider\":\"stitch\",\"sourceId\":9000006,\"timeoutSeconds\":60}";

        assertThat(afterAbort(endedIn("Stop the run", 1, request))).contains("The log of StopSync tells");
        assertThat(stops()).isZero();
        assertLogged("nothing to stop", "ABORTED");
    }

    @Test
    void aRunWhoseStartWasUnderWayIsFoundAndStopped() {
        stage.stitch().showRunning(true);

        assertThat(afterAbort(endedDuringTheStart(ENDLESS))).contains("was stopped in Stitch");
        assertThat(stops()).isEqualTo(1);
        assertLogged("stopped", "ABORTED");
    }

    @Test
    void aStartThatCannotBeSeenIsLookedForAgainAndNamedAsADoubt() {
        Remembered execution = endedDuringTheStart("""
                {"provider":"stitch","sourceId":9000006,"account":"acme"}""");

        assertThatThrownBy(() -> afterAbort(execution))
                .hasMessageContaining("Stitch source 9000006 (account acme)")
                .hasMessageContaining("the execution was aborted while it was sent")
                .hasMessageContaining("No run of it showed since. One may still come up");
        assertThat(stops()).isZero();
        assertLogged("not settled", "ABORTED");
        assertThat(logged.getFirst().path("account").asText()).isEqualTo("acme");

        stage.stitch().showRunning(true);
        assertThat(afterAbort(execution)).contains("was stopped in Stitch");
    }

    @Test
    void aStartThatCannotBeLookedForIsTriedAgain() {
        Remembered execution = endedDuringTheStart(ENDLESS);
        stage.stitch().faults().plan(Where.every("GET", "/v4/*/extractions"), broken());

        assertThatThrownBy(() -> afterAbort(execution))
                .hasMessageContaining("Looking it up failed 1 times")
                .hasMessageContaining("500");
        assertLogged("not settled", "ABORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Note that the answer was lost", "Wait for the run to show", "Look for our run", "Was it found?"
            })
    void aStartWhoseAnswerThePlatformLostIsInDoubt(String state) {
        AtomicInteger starts = new AtomicInteger();
        stage.platform(functions -> (name, payload) -> {
            FunctionAnswer answer = functions.invoke(name, payload);
            return name.equals("${TriggerSync}") && starts.incrementAndGet() == 1
                    ? new FunctionAnswer.Refused("Lambda.Unknown", "")
                    : answer;
        });
        Remembered execution = endedIn(state, 1, ENDLESS);
        stage.stitch().showRunning(true);

        assertThat(afterAbort(execution)).contains("was stopped in Stitch");
        assertThat(stops()).isEqualTo(1);
    }

    @Test
    void aStartInDoubtAtAProviderWithoutAStopCallIsLeftToAPerson() {
        Remembered execution = endedDuringTheStart("{\"provider\":\"hightouch\",\"syncId\":1234567}");

        assertThat(afterAbort(execution))
                .contains("Hightouch sync 1234567", "A run may be in progress", "has no call to stop one");
        assertLogged("in doubt", "ABORTED");
    }

    @Test
    void aStopCallThatFailsIsTriedAgain() {
        Remembered execution = endedIn("Wait for the run", 2, ENDLESS);
        stage.stitch().faults().plan(Where.first("DELETE", STOP), broken());

        assertThatThrownBy(() -> afterAbort(execution))
                .hasMessageContaining("source 9000006")
                .hasMessageContaining("It was not stopped: 500");
        assertLogged("not settled", "ABORTED");

        assertThat(afterAbort(execution)).contains("was stopped in Stitch");
    }

    @Test
    void aMissingCredentialFailsTheFunction() {
        Remembered execution = endedIn("Wait for the run", 2, ENDLESS);
        stage.forget("stitch/default");

        assertThatThrownBy(() -> afterAbort(execution))
                .hasMessageContaining("No credential is stored for stitch/default");
    }

    @Test
    void anEventOfAnotherKindIsRefused() {
        StopAbortedSync function = function(endedIn("Look before starting", 1, ENDLESS));

        assertThatThrownBy(() -> function.handleRequest(new ScheduledEvent(), context()))
                .hasMessageContaining("detail.executionArn must be a text, got null");
    }

    private Remembered endedIn(String state, int times, String request) {
        AtomicInteger seen = new AtomicInteger();
        Remembered execution =
                new Remembered(entered -> entered.state().equals(state) && seen.incrementAndGet() == times);
        assertThatThrownBy(() -> stage.run(request, execution)).isInstanceOf(Remembered.Ended.class);
        return execution;
    }

    /** The start call has come to its end, and its answer to nobody. */
    private Remembered endedDuringTheStart(String request) {
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

    private String afterAbort(Remembered execution) {
        return function(execution.ending(HistoryEventType.EXECUTION_ABORTED))
                .handleRequest(event("ABORTED"), context());
    }

    private String afterTimeout(Remembered execution) {
        return function(execution.ending(HistoryEventType.EXECUTION_TIMED_OUT))
                .handleRequest(event("TIMED_OUT"), context());
    }

    private StopAbortedSync function(Remembered execution) {
        return new StopAbortedSync(stage.wiring(), new ExecutionHistory(execution.client()));
    }

    private static ScheduledEvent event(String status) {
        return new ScheduledEvent().withDetail(Map.of("executionArn", ARN, "status", status));
    }

    private Context context() {
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

    private void assertLogged(String outcome, String status) {
        assertThat(logged).last().satisfies(line -> {
            assertThat(line.path("outcome").asText()).isEqualTo(outcome);
            assertThat(line.path("status").asText()).isEqualTo(status);
            assertThat(line.path("execution").asText()).isEqualTo(ARN);
            assertThat(line.path("message").asText()).isNotEmpty();
        });
    }

    private void pass(Duration time) throws InterruptedException {
        stage.time()
                .pass(
                        new LinkedBlockingQueue<>(),
                        0,
                        stage.time().clock().instant().plus(time));
    }

    private long stops() {
        return stage.stitch().requests("DELETE", STOP).size();
    }

    private static Fault broken() {
        return Fault.before(new Damage.Instead(Reply.empty(500)));
    }
}
