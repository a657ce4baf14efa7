package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncstep.history.Callback;
import io.syncstep.history.StepFunctionsCallback;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;

/** The Task of a pipeline that failed is failed by its token once, and let go on when the pipeline is redriven. */
class FailPipelineTest {

    private static final String EVENT = """
            {"token":"t-1","pipeline":{"name":"nightly","stages":[{"name":"ingest","tasks":[
               {"provider":"stitch","sourceId":1},{"provider":"stitch","sourceId":2}]}]},
             "execution":{"id":"arn:e","name":"e","redriveCount":REDRIVES},
             "plan":{"stage":0,"redriveCount":0,"done":[[{"error":"SyncFailed","cause":{"message":"It failed."}},
               {"result":{"provider":"stitch","taskId":"2","runId":"r","status":"succeeded"}}]]}}""";

    private static final String NOT_SUMMED_UP = """
            {"token":"t-1","trouble":"It broke.","execution":{"id":"arn:e","name":"e","redriveCount":REDRIVES},
             "plan":{"redriveCount":0}}""";

    private final List<String> told = new ArrayList<>();

    private final Callback callback = new Callback() {
        @Override
        public void succeed(String token, String output) {
            told.add("succeed " + token + " " + output);
        }

        @Override
        public void fail(String token, String error, String cause) {
            told.add("fail " + token + " " + error + " " + cause);
        }
    };

    @Test
    void aPipelineFailsUnderItsOwnNameWithACauseThatNamesTheTasks() throws Exception {
        call(0);

        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).startsWith("fail t-1 PipelineFailed {");
        JsonNode cause = new ObjectMapper().readTree(told.getFirst().substring("fail t-1 PipelineFailed ".length()));
        assertThat(cause.at("/failed/0/taskId").asText()).isEqualTo("1");
        assertThat(cause.at("/failed/0/cause/message").asText()).isEqualTo("It failed.");
        assertThat(cause.at("/succeeded/0/runId").asText()).isEqualTo("r");
        assertThat(cause.path("notStarted").isEmpty()).isTrue();
    }

    @Test
    void aRedrivenPipelineGoesOnWithWhatFailed() throws Exception {
        call(1);

        assertThat(told).hasSize(1);
        JsonNode plan = new ObjectMapper().readTree(told.getFirst().substring("succeed t-1 ".length()));
        assertThat(plan.path("next").asText()).isEqualTo("run");
        assertThat(plan.at("/groups/0/tasks")).hasSize(1);
        assertThat(plan.at("/groups/0/tasks/0/request/sourceId").asInt()).isEqualTo(1);
    }

    @Test
    void aStageThatCouldNotBeSummedUpFailsUnderANameOfAws() throws Exception {
        call(NOT_SUMMED_UP, 0, callback);

        assertThat(told).containsExactly("fail t-1 States.TaskFailed {\"message\":\"It broke.\"}");
    }

    @Test
    void afterARedriveItIsSummedUpOnceMoreAndThenFailsAgain() throws Exception {
        call(NOT_SUMMED_UP, 2, callback);

        assertThat(told).containsExactly("succeed t-1 2");
        call(NOT_SUMMED_UP.replace("{\"redriveCount\":0}", "{\"redriveCount\":2}"), 2, callback);
        assertThat(told.getLast()).startsWith("fail t-1 States.TaskFailed");
    }

    /** Thrown, it would end the pipeline under the name of its class, once the Task has been repeated in vain. */
    @ParameterizedTest
    @MethodSource
    void aCallbackThatBreaksIsLoggedAndLeavesTheTaskToItsTimeout(Throwable trouble) throws Exception {
        LambdaLogger logger = call(EVENT, 0, new Broken(trouble));

        verify(logger)
                .log(
                        new ObjectMapper()
                                .createObjectNode()
                                .put("step", "not answered")
                                .put("error", trouble.toString())
                                .toString(),
                        LogLevel.ERROR);
    }

    static Stream<Throwable> aCallbackThatBreaksIsLoggedAndLeavesTheTaskToItsTimeout() {
        return Stream.of(
                new IllegalStateException("throttled"),
                new NoClassDefFoundError("io/syncstep/Missing"),
                new ExceptionInInitializerError("no class"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"token\":\"t\",\"token\":\"t\"}", "{\"token\":\"t\",\"pipeline\":{}}"})
    void anEventThatMeansNothingIsLoggedAndLeavesTheTaskToItsTimeout(String event) throws Exception {
        LambdaLogger logger = call(event, 0, callback);

        verify(logger).log(startsWith("{\"step\":\"not answered\",\"error\":"), eq(LogLevel.ERROR));
        assertThat(told).isEmpty();
    }

    @Test
    void theCallbackGivesUpWithinTheTimeOfTheFunction() {
        assertThat(StepFunctionsCallback.builder().overrideConfiguration().apiCallTimeout())
                .hasValueSatisfying(limit -> assertThat(limit).isLessThan(Duration.ofSeconds(30)));
    }

    @Test
    @SuppressWarnings("unchecked")
    void stepFunctionsIsToldTokenErrorAndCause() {
        SfnClient client = mock(SfnClient.class);
        ArgumentCaptor<Consumer<SendTaskFailureRequest.Builder>> failure = ArgumentCaptor.forClass(Consumer.class);
        ArgumentCaptor<Consumer<SendTaskSuccessRequest.Builder>> success = ArgumentCaptor.forClass(Consumer.class);
        when(client.sendTaskFailure(failure.capture())).thenReturn(null);
        when(client.sendTaskSuccess(success.capture())).thenReturn(null);

        new StepFunctionsCallback(client).fail("t", "PipelineFailed", "{}");
        new StepFunctionsCallback(client).succeed("t", "{}");

        assertThat(SendTaskFailureRequest.builder()
                        .applyMutation(failure.getValue())
                        .build())
                .isEqualTo(SendTaskFailureRequest.builder()
                        .taskToken("t")
                        .error("PipelineFailed")
                        .cause("{}")
                        .build());
        assertThat(SendTaskSuccessRequest.builder()
                        .applyMutation(success.getValue())
                        .build())
                .isEqualTo(SendTaskSuccessRequest.builder()
                        .taskToken("t")
                        .output("{}")
                        .build());
    }

    /** Breaks in whatever way. */
    private record Broken(Throwable trouble) implements Callback {

        @Override
        public void succeed(String token, String output) {
            Broken.<RuntimeException>unchecked(trouble);
        }

        @Override
        public void fail(String token, String error, String cause) {
            Broken.<RuntimeException>unchecked(trouble);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void unchecked(Throwable trouble) throws T {
            throw (T) trouble;
        }
    }

    private void call(int redriveCount) throws Exception {
        call(EVENT, redriveCount, callback);
    }

    private static LambdaLogger call(String text, int redriveCount, Callback callback) throws Exception {
        Context context = mock(Context.class);
        LambdaLogger logger = mock(LambdaLogger.class);
        when(context.getLogger()).thenReturn(logger);
        byte[] event = text.replace("REDRIVES", Integer.toString(redriveCount)).getBytes(StandardCharsets.UTF_8);
        new FailPipeline(callback).handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context);
        return logger;
    }
}
