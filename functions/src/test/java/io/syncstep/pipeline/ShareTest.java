package io.syncstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit is cut, the message first, and what names task and run last. */
class RoomTest {

    private static final String RESULT = """
            {"provider":"hightouch","account":"default","taskId":"1234567","runId":"42","status":"succeeded",
             "message":"%s","rows":{"planned":{"added":773}},"url":"https://page","checks":3}""";

    @Test
    void whatFitsIsNotTouched() throws Exception {
        ObjectNode result = (ObjectNode) Json.MAPPER.readTree(RESULT.formatted("It went well."));

        assertThat(new Room(4_096).fit(new Outcome.Succeeded(result.deepCopy())))
                .isEqualTo(new Outcome.Succeeded(result));
    }

    @Test
    void aLongMessageIsCutBeforeAnythingElse() throws Exception {
        JsonNode json = fitted(1_000, "😀".repeat(3_000));

        assertThat(json.path("message").asText()).startsWith("😀").endsWith("…");
        assertThat(json.path("rows").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {110, 150, 200, 300, 400, 600, 1_000, 4_096})
    void whateverTheRoomTaskAndRunAreNamed(int bytes) throws Exception {
        JsonNode json = fitted(bytes, "It went well. ".repeat(1_000));

        assertThat(json.path("taskId").asText()).isEqualTo("1234567");
        assertThat(json.path("runId").asText()).isEqualTo("42");
        assertThat(json.path("status").asText()).isEqualTo("succeeded");
        assertThat(json.toString().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 300, 1_000, 4_096})
    void aFailureKeepsItsErrorAndTheBeginningOfItsMessage(int bytes) throws Exception {
        ObjectNode cause = (ObjectNode) Json.MAPPER.readTree(RESULT.formatted("It failed. ".repeat(1_000)));

        Outcome outcome = new Room(bytes).fit(new Outcome.Failed("SyncFailed", cause));

        assertThat(outcome.json().path("error").asText()).isEqualTo("SyncFailed");
        assertThat(outcome.json().path("cause").path("message").asText()).startsWith("It failed.");
        assertThat(outcome.json().toString().length()).isLessThanOrEqualTo(bytes);
    }

    private static JsonNode fitted(int bytes, String message) throws Exception {
        ObjectNode result = (ObjectNode) Json.MAPPER.readTree(RESULT.formatted(message));
        // The frame {"result":…} takes 11.
        return new Room(bytes + 11).fit(new Outcome.Succeeded(result)).json().path("result");
    }
}
