package io.syncstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit is cut, the message first, and what names task and run last. */
class ShareTest {

    private static final String RESULT = """
            {"provider":"hightouch","account":"default","taskId":"1234567","runId":"42","status":"succeeded",
             "message":"%s","rows":{"planned":{"added":773}},"url":"https://page","checks":3}""";

    @Test
    void whatFitsIsNotTouched() throws Exception {
        ObjectNode result = (ObjectNode) Json.MAPPER.readTree(RESULT.formatted("It went well."));

        assertThat(new Share(4_096).fit(new Outcome.Succeeded(result.deepCopy())))
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
    void whateverTheShareTaskAndRunAreNamed(int bytes) throws Exception {
        JsonNode json = fitted(bytes, "It went well. ".repeat(1_000));

        assertThat(json.path("taskId").asText()).isEqualTo("1234567");
        assertThat(json.path("runId").asText()).isEqualTo("42");
        assertThat(json.path("status").asText()).isEqualTo("succeeded");
        assertThat(json.toString().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(bytes);
    }

    @Test
    void nothingIsCutOfATaskThatHasAllTheRoom() throws Exception {
        ObjectNode result = sequence(40);

        assertThat(new Share(235_000).fit(new Outcome.Succeeded(result.deepCopy())))
                .isEqualTo(new Outcome.Succeeded(result));
    }

    @Test
    void membersThatDidNotSucceedAreKeptLongestAndTheMessageSaysThatSomeAreLeftOut() throws Exception {
        ObjectNode cause = sequence(40);
        ((ObjectNode) cause.at("/members/39")).put("status", "failed");

        Outcome outcome = new Share(1_500).fit(new Outcome.Failed("SyncFailed", cause));

        JsonNode json = outcome.json().path("cause");
        assertThat(json.at("/members/0/runId").asText()).isEqualTo("39");
        assertThat(json.path("members").size()).isBetween(2, 39);
        assertThat(json.path("message").asText())
                .isEqualTo(
                        "It ended. Of its 40 members, " + json.path("members").size() + " are listed here.");
        assertThat(outcome.json().toString().length()).isLessThanOrEqualTo(1_500);
    }

    private static ObjectNode sequence(int members) throws Exception {
        ObjectNode json = (ObjectNode) Json.MAPPER.readTree(RESULT.formatted("It ended."));
        ArrayNode list = json.putArray("members");
        for (int member = 0; member < members; member++) {
            list.addObject()
                    .put("taskId", "12345")
                    .put("runId", Integer.toString(member))
                    .put("status", "success")
                    .put("url", "https://app.hightouch.com/acme/syncs/12345/runs/" + member);
        }
        return json;
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 300, 1_000, 4_096})
    void aFailureKeepsItsErrorAndTheBeginningOfItsMessage(int bytes) throws Exception {
        ObjectNode cause = (ObjectNode) Json.MAPPER.readTree(RESULT.formatted("It failed. ".repeat(1_000)));

        Outcome outcome = new Share(bytes).fit(new Outcome.Failed("SyncFailed", cause));

        assertThat(outcome.json().path("error").asText()).isEqualTo("SyncFailed");
        assertThat(outcome.json().path("cause").path("message").asText()).startsWith("It failed.");
        assertThat(outcome.json().toString().length()).isLessThanOrEqualTo(bytes);
    }

    /** The names of the task stand in the pipeline, too. */
    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void whereThereIsNoRoomForMoreTheRunAndThatItSucceededAreKept(int bytes) throws Exception {
        JsonNode json = fitted(bytes - 11, "It went well.");

        assertThat(json.path("runId").asText()).isEqualTo("42");
        assertThat(json.path("status").asText()).isEqualTo("succeeded");
        assertThat(json.toString()).hasSizeLessThanOrEqualTo(bytes);
    }

    @Test
    void aFailureOfNothingButCharactersThatTakeUpSixBytesFits() throws Exception {
        ObjectNode cause = (ObjectNode) Json.MAPPER.readTree(RESULT.formatted("x"));

        Outcome outcome =
                new Share(140).fit(new Outcome.Failed("SyncFailed", cause.put("message", "\u0001".repeat(3_000))));

        assertThat(outcome.json().toString()).hasSizeLessThanOrEqualTo(140);
    }

    private static JsonNode fitted(int bytes, String message) throws Exception {
        ObjectNode result = (ObjectNode) Json.MAPPER.readTree(RESULT.formatted(message));
        // The frame {"result":…} takes 11.
        return new Share(bytes + 11).fit(new Outcome.Succeeded(result)).json().path("result");
    }
}
