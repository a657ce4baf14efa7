package io.syncstep.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Identity;
import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.TaskAnswer;
import io.syncstep.local.engine.TaskCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries are put as AWS documents it: results in order, and a Task that fails when one was not taken. */
class PutEventsTest {

    private static final String TWO = """
            {"Entries":[{"Source":"s","DetailType":"A","EventBusName":"b","Detail":{"x":1}},
                        {"Source":"s","DetailType":"B","EventBusName":"b","Detail":"{\\"x\\":2}"}]}""";

    private final List<Published> published = new ArrayList<>();

    @Test
    void eachEntryIsPutWithTheArnsOfTheExecution() {
        TaskAnswer answer = put(TWO, event -> {
            published.add(event);
            return new Bus.Receipt.Taken();
        });

        JsonNode result = ((TaskAnswer.Succeeded) answer).result();
        assertThat(result.path("FailedEntryCount").asInt()).isZero();
        assertThat(result.path("Entries"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.path("EventId").asText()).isNotEmpty());
        assertThat(published)
                .extracting(event -> event.detail().path("x").asInt())
                .containsExactly(1, 2);
        assertThat(published.getFirst().resources())
                .containsExactly(
                        "arn:aws:states:local:000000000000:stateMachine:m",
                        "arn:aws:states:local:000000000000:execution:m:e");
    }

    @Test
    void anEntryThatWasNotTakenFailsTheTaskWithTheAnswerOfTheBus() {
        TaskAnswer.Failed failed = (TaskAnswer.Failed) put(
                TWO,
                event -> event.detailType().equals("B")
                        ? new Bus.Receipt.NotTaken("InternalFailure", "later")
                        : new Bus.Receipt.Taken());

        assertThat(failed.error()).isEqualTo("EventBridge.FailedEntry");
        JsonNode cause = Json.read(failed.cause());
        assertThat(cause.path("FailedEntryCount").asInt()).isEqualTo(1);
        assertThat(cause.at("/Entries/1/ErrorCode").asText()).isEqualTo("InternalFailure");
    }

    @Test
    void anEntryAboveTheLimitFailsTheCall() {
        String large = TWO.replace("\"x\":1", "\"x\":\"" + "ü".repeat(131_072) + "\"");

        assertThat(((TaskAnswer.Failed) put(large, Bus.FORGETFUL)).error())
                .isEqualTo("EventBridge.ValidationException");
    }

    private static TaskAnswer put(String parameters, Bus bus) {
        return new PutEvents(bus)
                .call(new TaskCall(
                        "Publish", PutEvents.RESOURCE, Json.read(parameters), new Identity("m", "e", 0), "token"));
    }
}
