package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.engine.Execution.Status;
import io.syncstep.local.events.Bus.Receipt;
import io.syncstep.local.events.Published;
import io.syncstep.local.lambda.FunctionAnswer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every execution tells once how it ended, and ends so whether or not it could be told. */
class EventsOutTest {

    private static final String SUCCEEDS = "{\"provider\":\"hightouch\",\"syncId\":1234567}";
    private static final String FAILS = "{\"provider\":\"hightouch\",\"syncId\":9000001}";

    @AutoClose
    private final Stage stage = new Stage();

    @ParameterizedTest
    @ValueSource(strings = {SUCCEEDS, "{\"provider\":\"stitch\",\"sourceId\":120643}"})
    void aSuccessIsPublishedOnceWithTheResultAsItsDetail(String request) {
        JsonNode result = stage.run(request).result();

        assertThat(stage.published()).hasSize(1);
        Published event = stage.published().getFirst();
        assertThat(event.source()).isEqualTo("syncstep");
        assertThat(event.detailType()).isEqualTo("Sync Succeeded");
        assertThat(event.bus()).isEqualTo("${EventBusName}");
        assertThat(event.detail()).isEqualTo(result);
        assertThat(event.resources())
                .hasSize(2)
                .allSatisfy(arn -> assertThat(arn).startsWith("arn:aws:states:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FAILS,
                "{\"provider\":\"nobody\"}",
                "{\"provider\":\"stitch\",\"sourceId\":7,\"timeoutSeconds\":5}",
                "{\"provider\":\"hightouch\",\"syncId\":9000404}",
                "{\"provider\":\"stitch\",\"sourceId\":9000001}",
                "{\"provider\":\"stitch\",\"sourceId\":9000006,\"timeoutSeconds\":60}"
            })
    void aFailureIsPublishedOnceWithTheCauseAndTheErrorAsItsDetail(String request) {
        Ended ended = stage.run(request);

        ObjectNode cause = (ObjectNode) ended.failedWith(ended.execution().error());
        assertThat(stage.published()).hasSize(1);
        Published event = stage.published().getFirst();
        assertThat(event.detailType()).isEqualTo("Sync Failed");
        assertThat(event.detail())
                .isEqualTo(cause.put("error", ended.execution().error()));
    }

    @ParameterizedTest
    @ValueSource(strings = {SUCCEEDS, FAILS})
    void anEntryThatTheBusDidNotTakeIsPutAgain(String request) {
        AtomicInteger puts = new AtomicInteger();
        stage.bus(event -> puts.incrementAndGet() < 4
                ? new Receipt.NotTaken("InternalFailure", "try again")
                : new Receipt.Taken());

        Ended ended = stage.run(request);

        assertThat(puts).hasValue(4);
        assertThat(stage.published()).hasSize(1);
        assertThat(ended.execution().states().getLast()).isIn("Sync succeeded", "Sync failed");
    }

    @Test
    void aSuccessThatCannotBePublishedIsASuccessThatSaysSo() {
        stage.bus(event -> new Receipt.NotTaken("NotAuthorizedForDetailTypeException", "no"));

        Ended ended = stage.run(SUCCEEDS);

        assertThat(ended.result().path("message").asText())
                .endsWith(
                        " of sync 1234567 succeeded. Its event Sync Succeeded was not published: EventBridge.FailedEntry.");
        assertThat(ended.execution().states()).contains("The success was not published");
        assertThat(stage.published()).isEmpty();
    }

    @Test
    void aFailureThatCannotBePublishedIsTheSameFailureUnderANameThatSaysSo() {
        Ended told = stage.run(FAILS);
        stage.bus(event -> new Receipt.Failed("EventBridge.ResourceNotFoundException", "no such bus"));

        Ended ended = stage.run(FAILS);

        assertThat(ended.failedWith("SyncFailed").path("taskId"))
                .isEqualTo(told.failedWith("SyncFailed").path("taskId"));
        assertThat(ended.execution().states().getLast()).isEqualTo("Sync failed, and the event was not published");
        assertThat(stage.published()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lambda.Unknown", "com.example.ABug"})
    void aFailureOfAwsItselfIsPublishedToo(String error) {
        stage.platform(functions -> (name, payload) -> new FunctionAnswer.Refused(error, "because"));

        Ended ended = stage.run(SUCCEEDS);

        assertThat(ended.execution().status()).isEqualTo(Status.FAILED);
        assertThat(ended.execution().error()).isIn("Lambda.Unknown", "States.TaskFailed");
        assertThat(ended.execution().cause()).isEqualTo("because");
        assertThat(stage.published()).hasSize(1);
        assertThat(stage.published().getFirst().detailType()).isEqualTo("Sync Failed");
        assertThat(stage.published().getFirst().detail().path("error").asText())
                .isEqualTo(ended.execution().error());
    }

    @Test
    void aFailureOfAwsThatCannotBePublishedEndsAlike() {
        stage.platform(functions -> (name, payload) -> new FunctionAnswer.Refused("Lambda.Unknown", "because"));
        stage.bus(event -> new Receipt.NotTaken("InternalFailure", "no"));

        Ended ended = stage.run(SUCCEEDS);

        assertThat(ended.execution().error()).isEqualTo("Lambda.Unknown");
        assertThat(ended.execution().states().getLast()).isEqualTo("AWS failed, and the event was not published");
    }
}
