package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.json.Json;
import io.syncstep.page.StartView.Result;
import io.syncstep.testing.SettableClock;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** A start under a name starts one execution, however often it is asked for. */
class SyncStartTest {

    private static final String MACHINE = "arn:aws:states:eu-central-1:123456789012:stateMachine:sync";
    private static final String EXECUTION = "arn:aws:states:eu-central-1:123456789012:execution:sync:widget-1";
    private static final String LINK =
            "https://eu-central-1.console.aws.amazon.com/states/home?region=eu-central-1#/v2/executions/details/"
                    + EXECUTION;
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final SfnClient client = mock(SfnClient.class);
    private final SyncStart start = new SyncStart(client, MACHINE, new SettableClock(NOW));

    @Test
    void theExecutionGetsTheNameOfTheButtonAndTheRequestAsItIs() {
        answering(NOW.plusSeconds(1));

        assertThat(start.start("widget-1", request())).isEqualTo(new Result.Started("widget-1", LINK));

        ArgumentCaptor<Consumer<StartExecutionRequest.Builder>> asked = ArgumentCaptor.captor();
        verify(client).startExecution(asked.capture());
        StartExecutionRequest sent =
                StartExecutionRequest.builder().applyMutation(asked.getValue()).build();
        assertThat(sent)
                .isEqualTo(StartExecutionRequest.builder()
                        .stateMachineArn(MACHINE)
                        .name("widget-1")
                        .input("{\"provider\":\"hightouch\",\"syncId\":1}")
                        .build());
    }

    @Test
    void aNameWhoseExecutionHasEndedStartsNothing() {
        when(client.startExecution(anyRequest()))
                .thenThrow(ExecutionAlreadyExistsException.builder().build());

        assertThat(start.start("widget-1", request())).isEqualTo(new Result.AlreadyStarted("widget-1", LINK));
    }

    @Test
    void aNameWhoseExecutionGoesOnIsConfirmedWithItsOldTimeAndStartsNothing() {
        answering(NOW.minusSeconds(30));

        assertThat(start.start("widget-1", request())).isEqualTo(new Result.AlreadyStarted("widget-1", LINK));
    }

    @Test
    void aClockOfAwsThatIsALittleBehindIsNoRepeat() {
        answering(NOW.minusSeconds(2));

        assertThat(start.start("widget-1", request())).isInstanceOf(Result.Started.class);
    }

    @Test
    void aStartThatIsNotConfirmedIsInDoubtUnderItsName() {
        when(client.startExecution(anyRequest())).thenThrow(SdkClientException.create("Unable to connect."));

        assertThat(start.start("widget-1", request())).isInstanceOfSatisfying(Result.NotConfirmed.class, doubt -> {
            assertThat(doubt.execution()).isEqualTo("widget-1");
            assertThat(doubt.message()).contains("Unable to connect.", "under this name nothing starts twice");
        });
    }

    @ParameterizedTest
    @CsvSource({"400,AccessDeniedException,false", "400,ThrottlingException,true", "500,InternalFailure,true"})
    void onlyARefusalIsCertainToHaveStartedNothing(int status, String code, boolean inDoubt) {
        when(client.startExecution(anyRequest()))
                .thenThrow(SfnException.builder()
                        .statusCode(status)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage("no")
                                .build())
                        .build());

        assertThat(start.start("widget-1", request()))
                .isInstanceOf(inDoubt ? Result.NotConfirmed.class : Result.NotStarted.class);
    }

    @Test
    void aNameThatNoButtonHasIsNotSent() {
        assertThat(start.start("a b", request())).isInstanceOf(Result.NotStarted.class);
        assertThat(start.start("", request())).isInstanceOf(Result.NotStarted.class);

        verifyNoInteractions(client);
    }

    @Test
    void withoutAStateMachineNothingIsStarted() {
        assertThat(new SyncStart(client, "", new SettableClock(NOW)).start("widget-1", request()))
                .isEqualTo(new Result.NotStarted(
                        "SYNCSTEP_STATE_MACHINE_ARN is not set, so that no state machine is known."));

        verifyNoInteractions(client);
    }

    @Test
    void eachPartitionHasItsConsole() {
        assertThat(ExecutionLink.of(EXECUTION.replace("arn:aws:", "arn:aws-cn:")))
                .contains("console.amazonaws.cn/");
        assertThat(ExecutionLink.of(EXECUTION.replace("arn:aws:", "arn:aws-us-gov:")))
                .contains("console.amazonaws-us-gov.com/");
        assertThat(ExecutionLink.of("nonsense")).isNull();
    }

    private void answering(Instant startDate) {
        when(client.startExecution(anyRequest()))
                .thenReturn(StartExecutionResponse.builder()
                        .executionArn(EXECUTION)
                        .startDate(startDate)
                        .build());
    }

    private static Consumer<StartExecutionRequest.Builder> anyRequest() {
        return ArgumentMatchers.<Consumer<StartExecutionRequest.Builder>>any();
    }

    private static JsonNode request() {
        return Json.MAPPER.createObjectNode().put("provider", "hightouch").put("syncId", 1);
    }
}
