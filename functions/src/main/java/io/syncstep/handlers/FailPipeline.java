package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.syncstep.history.Callback;
import io.syncstep.history.StepFunctionsCallback;
import io.syncstep.pipeline.PipelineFailure;
import io.syncstep.pipeline.Progress;
import io.syncstep.pipeline.Steps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Fails the Task that called it with {@code PipelineFailed}, and with it the pipeline. When the execution is redriven, Step
 * Functions calls the failed Task again: then it answers with what is left to run. A Fail state would fail again, and a
 * function's own error could not have this name and this Cause.
 */
public class FailPipeline implements RequestStreamHandler {

    private final Callback callback;

    /** For Lambda. */
    public FailPipeline() {
        this(StepFunctionsCallback.ofLambda());
        Rehearsal.of(FailPipeline::rehearse);
    }

    public FailPipeline(Callback callback) {
        this.callback = callback;
    }

    static void rehearse(Script script, Props props) throws IOException {
        var rehearsed = new FailPipeline(new StepFunctionsCallback(props.client(StepFunctionsCallback.builder())));
        for (String text : script.events("FailPipeline")) {
            rehearsed.answer(PipelineEvent.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream out, Context context) throws IOException {
        String step = answer(PipelineEvent.read(input));
        context.getLogger().log("{\"step\":\"" + step + "\"}", LogLevel.INFO);
        // The Task heeds the callback alone; but an answer has to be JSON.
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Says what was done. */
    private String answer(PipelineEvent event) {
        Steps steps = event.steps();
        Progress failed = event.progress();
        String token = event.text("token");
        if (steps.isRedriven(failed)) {
            callback.succeed(token, steps.again(failed).toString());
            return "redrive";
        }
        callback.fail(token, PipelineFailure.ERROR, new PipelineFailure(steps.pipeline(), failed).cause());
        return "fail";
    }
}
