package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.page.StartView.Result;
import io.syncstep.tls.Trust;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.SfnClientBuilder;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/**
 * Starts executions under names that their callers chose: Step Functions starts nothing under a name that it has seen, so that a
 * call may be repeated.
 *
 * @param machineArn of the state machine {@code sync}
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">AWS's page</a>
 */
public record SyncStart(SfnClient client, String machineArn, Clock clock) {

    /** The variable with the state machine's ARN. */
    static final String VARIABLE = "SYNCSTEP_STATE_MACHINE_ARN";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    /** By how much AWS's clock may lie behind ours. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** As in AWS: the region and the role of the function. */
    static SyncStart ofLambda(Clock clock) {
        return new SyncStart(builder().build(), System.getenv().getOrDefault(VARIABLE, ""), clock);
    }

    /** How its client is built: patient for 8 s in all, since somebody waits. */
    static SfnClientBuilder builder() {
        return SfnClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(Trust::managers))
                .overrideConfiguration(limits ->
                        limits.apiCallAttemptTimeout(Duration.ofSeconds(3)).apiCallTimeout(Duration.ofSeconds(8)));
    }

    /**
     * Starts one, unless there is one of this name.
     *
     * @param request a valid one
     */
    Result start(String name, JsonNode request) {
        if (!NAME.matcher(name).matches()) {
            return new Result.NotStarted("name must match " + NAME + ", and does not. Open the task again.");
        }
        if (machineArn.isEmpty()) {
            return new Result.NotStarted(VARIABLE + " is not set, so that no state machine is known.");
        }
        return ask(name, request, clock.instant().minus(SKEW));
    }

    private Result ask(String name, JsonNode request, Instant begin) {
        try {
            StartExecutionResponse answer = client.startExecution(
                    start -> start.stateMachineArn(machineArn).name(name).input(request.toString()));
            String arn = answer.executionArn();
            // While an execution of this name and input goes on, its start is confirmed once more, with the old time.
            return answer.startDate().isBefore(begin)
                    ? new Result.AlreadyStarted(name, ExecutionLink.of(arn))
                    : new Result.Started(name, ExecutionLink.of(arn));
        } catch (ExecutionAlreadyExistsException known) {
            String arn = machineArn.replace(":stateMachine:", ":execution:") + ":" + name;
            return new Result.AlreadyStarted(name, ExecutionLink.of(arn));
        } catch (SdkException failure) {
            return isRefusal(failure)
                    ? new Result.NotStarted("Step Functions refused it: " + failure.getMessage())
                    : new Result.NotConfirmed(
                            name,
                            failure.getMessage()
                                    + " Ask again here rather than by another button: under this name nothing starts twice.");
        }
    }

    /** Whether Step Functions answered, and said no. */
    private static boolean isRefusal(SdkException failure) {
        return failure instanceof SdkServiceException answer
                && answer.statusCode() >= 400
                && answer.statusCode() < 500
                && !answer.isThrottlingException();
    }
}
