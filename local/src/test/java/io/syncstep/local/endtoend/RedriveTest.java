package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.lambda.Functions;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** An execution was aborted during its start call, and redriven: Step Functions calls the function again, with the same event. */
class RedriveTest {

    private static final String EVENT = """
            {"request":{"provider":"hightouch","syncId":1234567},
             "execution":{"id":"arn:e","name":"e","startedAt":"START"},
             "sync":{"next":"start","waitSeconds":0,"run":{"taskId":"1234567","start":{"notBefore":"START"}},"report":{}},
             "redriveCount":0}""";

    @Test
    void oneExecutionStartsOneRun() throws Exception {
        try (Stage stage = new Stage()) {
            Functions functions = stage.functions();
            String now = stage.time().clock().instant().toString();
            ObjectNode event = (ObjectNode) Stage.JSON.readTree(EVENT.replace("START", now));
            String started = invoke(functions, "${TriggerSync}", event)
                    .path("run")
                    .path("runId")
                    .asText();

            JsonNode again = invoke(functions, "${TriggerSync}", event.put("redriveCount", 1));
            stage.time().pass(new LinkedBlockingQueue<>(), 0, Instant.parse(now).plusSeconds(30));
            JsonNode found = invoke(functions, "${CheckSync}", event.set("sync", again));

            assertThat(again.path("next").asText()).isEqualTo("find");
            assertThat(found.path("next").asText()).isEqualTo("follow");
            assertThat(found.path("run").path("runId").asText()).isEqualTo(started);
            assertThat(stage.hightouch().requests("POST", "/syncs/1234567/trigger"))
                    .hasSize(1);
        }
    }

    @Test
    void theStateMachineTellsTheStartHowOftenItWasRedriven() throws JsonProcessingException {
        JsonNode states =
                Stage.JSON.readTree(Stage.read("../statemachine/sync.asl.json")).path("States");

        for (String state : new String[] {"Look before starting", "Start the run"}) {
            assertThat(states.path(state)
                            .at("/Parameters/Payload")
                            .path("redriveCount.$")
                            .asText())
                    .isEqualTo("$$.Execution.RedriveCount");
        }
    }

    private static JsonNode invoke(Functions functions, String name, JsonNode event) {
        return ((FunctionAnswer.Returned) functions.invoke(name, event)).payload();
    }
}
