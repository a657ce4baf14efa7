package io.syncstep.local.lambda;

import io.syncstep.local.engine.ServiceIntegration;
import io.syncstep.local.engine.TaskAnswer;
import io.syncstep.local.engine.TaskCall;

/**
 * The service integration {@code arn:aws:states:::lambda:invoke.waitForTaskToken}: what the function answers is nothing; the
 * Task ends with what is sent under its token. Here that must be sent before the function answers, or it never counts.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Wait for a callback</a>
 */
public record LambdaCallback(Functions functions, TaskTokens tokens) implements ServiceIntegration {

    public static final String RESOURCE = "arn:aws:states:::lambda:invoke.waitForTaskToken";

    @Override
    public TaskAnswer call(TaskCall call) {
        return switch (new LambdaInvoke(functions).call(call)) {
            case TaskAnswer.Succeeded ignored -> tokens.take(call.token());
            case TaskAnswer.Failed failed -> failed;
            case TaskAnswer.Missing missing -> missing;
        };
    }
}
