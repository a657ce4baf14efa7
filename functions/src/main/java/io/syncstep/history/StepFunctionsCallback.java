package io.syncstep.history;

import io.syncstep.tls.Trust;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.SfnClientBuilder;

/**
 * Answers through Step Functions. The SDK repeats a call whose answer was lost; a token that was answered once is refused
 * then, which no longer matters to the Task.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html">AWS's page</a>
 */
public record StepFunctionsCallback(SfnClient client) implements Callback {

    /** As in AWS: the region and the role of the function. */
    public static StepFunctionsCallback ofLambda() {
        return new StepFunctionsCallback(builder().build());
    }

    /**
     * How its client is built. It gives up within the 30 s of the function: ended by Lambda, the function would fail the Task
     * under a name that no user knows.
     */
    public static SfnClientBuilder builder() {
        return SfnClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(Trust::managers))
                .overrideConfiguration(limits ->
                        limits.apiCallAttemptTimeout(Duration.ofSeconds(5)).apiCallTimeout(Duration.ofSeconds(20)));
    }

    @Override
    public void succeed(String token, String output) {
        client.sendTaskSuccess(request -> request.taskToken(token).output(output));
    }

    @Override
    public void fail(String token, String error, String cause) {
        client.sendTaskFailure(request -> request.taskToken(token).error(error).cause(cause));
    }
}
