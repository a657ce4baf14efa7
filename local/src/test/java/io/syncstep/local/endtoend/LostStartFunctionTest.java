package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH;
import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.lambda.Functions;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the platform loses the answer of the function that starts, the run is found or the start left unconfirmed. */
class LostStartFunctionTest {

    @AutoClose
    private final Stage stage = new Stage();

    static Stream<Arguments> platformDoubts() {
        return Stream.of(
                Arguments.argumentSet("no answer in time", new FunctionAnswer.Lost()),
                Arguments.argumentSet(
                        "unknown", new FunctionAnswer.Refused("Lambda.Unknown", "the connection was reset")),
                Arguments.argumentSet(
                        "sdk", new FunctionAnswer.Refused("Lambda.SdkClientException", "unable to execute")),
                Arguments.argumentSet(
                        "500", new FunctionAnswer.Refused("Lambda.ServiceException", "service exception")),
                Arguments.argumentSet("time-out", new FunctionAnswer.Refused("Sandbox.Timedout", "Task timed out")));
    }

    @ParameterizedTest
    @MethodSource("platformDoubts")
    void theRunBehindALostFunctionIsAdopted(FunctionAnswer doubt) {
        stage.platform(afterRunning("TriggerSync", doubt));

        JsonNode result = stage.run(HIGHTOUCH).result();

        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(1);
        assertThat(result.path("runId").asText())
                .isEqualTo(stage.hightouch().runIds("77").getLast());
    }

    @ParameterizedTest
    @MethodSource("platformDoubts")
    void aFunctionThatNeverRanLeavesTheStartUnconfirmed(FunctionAnswer doubt) {
        stage.platform(
                functions -> (name, payload) -> name.contains("TriggerSync") ? doubt : functions.invoke(name, payload));

        Ended ended = stage.run(HIGHTOUCH);

        ended.failedWith("TriggerUnconfirmed");
        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).isEmpty();
    }

    private static UnaryOperator<Functions> afterRunning(String function, FunctionAnswer answer) {
        return functions -> (name, payload) -> {
            FunctionAnswer real = functions.invoke(name, payload);
            return name.contains(function) ? answer : real;
        };
    }
}
