package io.syncstep.local.aws;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

/** Starts executions of a state machine. */
public record StepFunctions(SfnClient client, StateMachineArn machine) {

    /**
     * In the region of the state machine.
     *
     * @param endpoint where to ask instead of AWS; null for AWS
     * @throws AwsTrouble when there are no credentials
     */
    public static StepFunctions of(
            StateMachineArn machine, @Nullable URI endpoint, AwsCredentialsProvider credentials) {
        try {
            credentials.resolveCredentials();
            return new StepFunctions(
                    SfnClient.builder()
                            .region(Region.of(machine.region()))
                            .endpointOverride(endpoint)
                            .credentialsProvider(credentials)
                            .httpClientBuilder(UrlConnectionHttpClient.builder())
                            .build(),
                    machine);
        } catch (SdkClientException e) {
            throw new AwsTrouble(
                    "no AWS credentials could be used. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile by "
                            + "AWS_PROFILE. The SDK says: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Starts one execution. The SDK repeats a call whose answer was lost, which starts no second one: the name is chosen once,
     * and Step Functions starts nothing under a name that it has seen.
     *
     * @param input a JSON text
     * @return the ARN of the execution
     * @throws AwsTrouble when it was not started, or nobody can tell whether it was
     */
    public String start(String input) {
        var name = "syncstep-" + UUID.randomUUID();
        try {
            return client.startExecution(request -> request.stateMachineArn(machine.toString())
                            .name(name)
                            .input(input))
                    .executionArn();
        } catch (ExecutionAlreadyExistsException ofOurs) {
            // Nobody else has the name: an earlier call started it, its answer was lost, and it has ended by now.
            return machine.execution(name);
        } catch (StateMachineDoesNotExistException e) {
            throw new AwsTrouble("there is no state machine " + machine + " for these credentials", e);
        } catch (SfnException e) {
            throw e.statusCode() < 500 ? refused(e) : inDoubt(name, e);
        } catch (SdkException e) {
            throw inDoubt(name, e);
        }
    }

    private AwsTrouble refused(SfnException e) {
        return new AwsTrouble("Step Functions refused to start " + machine + ": " + e.getMessage(), e);
    }

    private AwsTrouble inDoubt(String name, SdkException e) {
        return new AwsTrouble(
                "Step Functions could not be reached: %s. If a call arrived all the same, this execution goes on: %s"
                        .formatted(e.getMessage(), machine.execution(name)),
                e);
    }
}
