package io.syncstep.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Identity;
import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.TaskAnswer;
import io.syncstep.local.engine.TaskCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code lambda:invoke} answers in the shape that AWS documents. */
class LambdaInvokeTest {

    private final List<JsonNode> payloads = new ArrayList<>();

    @Test
    void aResultHoldsThePayloadAmongWhatTheSdkTells() {
        var answer = (TaskAnswer.Succeeded)
                invoke(new FunctionAnswer.Returned(Json.read("{\"a\":1}")), "\"Payload\":{\"x\":2}");

        assertThat(answer.result().path("Payload")).isEqualTo(Json.read("{\"a\":1}"));
        assertThat(answer.result().path("StatusCode").asInt()).isEqualTo(200);
        assertThat(answer.result().path("ExecutedVersion").asText()).isEqualTo("$LATEST");
        assertThat(answer.result().at("/SdkHttpMetadata/HttpStatusCode").asInt())
                .isEqualTo(200);
        assertThat(payloads).containsExactly(Json.read("{\"x\":2}"));
    }

    @Test
    void aFunctionErrorIsItsTypeWithTheErrorAsJsonText() {
        var error = Json.read("{\"errorMessage\":\"m\",\"errorType\":\"a.B$C\",\"stackTrace\":[]}");

        assertThat(invoke(new FunctionAnswer.Threw("a.B$C", error), "\"Payload\":{}"))
                .isEqualTo(new TaskAnswer.Failed("a.B$C", error.toString()));
    }

    @Test
    void aRefusalOfThePlatformKeepsItsNameAndALostAnswerNeverComes() {
        assertThat(invoke(new FunctionAnswer.Refused("Lambda.Unknown", "why"), "\"Payload\":{}"))
                .isEqualTo(new TaskAnswer.Failed("Lambda.Unknown", "why"));
        assertThat(invoke(new FunctionAnswer.Lost(), "\"Payload\":{}")).isEqualTo(new TaskAnswer.Missing());
    }

    private TaskAnswer invoke(FunctionAnswer answer, String payload) {
        Functions functions = (name, event) -> {
            payloads.add(event);
            return answer;
        };
        var parameters = Json.read("{\"FunctionName\":\"f\"," + payload + "}");
        return new LambdaInvoke(functions)
                .call(new TaskCall(
                        "Work", LambdaInvoke.RESOURCE, parameters, new Identity("machine", "execution", 0), "token"));
    }
}
