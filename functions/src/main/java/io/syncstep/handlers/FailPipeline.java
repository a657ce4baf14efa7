package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.history.Callback;
import io.syncstep.history.StepFunctionsCallback;
import io.syncstep.pipeline.PipelineFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Fails the Task that called it with {@code PipelineFailed}, and with it the pipeline; or with {@code States.TaskFailed} where
 * a stage could not be summed up. When the execution is redriven, Step Functions calls the failed Task again: then it answers
 * with what is left to run, or with the new redrive count, after which the stage is summed up once more. A Fail state would
 * fail again, and a function's own error could not have this name and this Cause.
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

    /**
     * Trouble of its own, of whatever kind, is logged, and the token left without an answer: the Task runs out of time and is
     * repeated, and in the end fails as States.Timeout. Thrown, it would end the pipeline under the name of a class, that of
     * an Error as well as that of an exception. A Catch of the state machine can't help: it would catch PipelineFailed, too.
     */
    @Override
    public void handleRequest(InputStream input, OutputStream out, Context context) throws IOException {
        LambdaLogger log = context.getLogger();
        try {
            String line = answer(PipelineEvent.read(input));
            log.log(line, LogLevel.INFO);
        } catch (Throwable trouble) {
            log.log(logLine("not answered").put("error", Causes.of(trouble)).toString(), LogLevel.ERROR);
        }
        // The Task heeds the callback alone; but an answer has to be JSON.
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    /** @return what to log */
    private String answer(PipelineEvent event) {
        String token = event.text("token");
        boolean summedUp = !event.json().has("trouble");
        if (event.isRedriven()) {
            callback.succeed(
                    token,
                    summedUp ? again(event) : Integer.toString(event.execution().redriveCount()));
            return logLine("redrive").toString();
        }
        if (summedUp) {
            callback.fail(token, PipelineFailure.ERROR, cause(event));
        } else {
            callback.fail(token, "States.TaskFailed", PipelineFailure.cause(event.text("trouble")));
        }
        return logLine("fail").toString();
    }

    private static String again(PipelineEvent event) {
        return event.steps().again(event.progress()).toString();
    }

    private static String cause(PipelineEvent event) {
        return new PipelineFailure(event.steps().pipeline(), event.progress()).cause();
    }

    private static ObjectNode logLine(String step) {
        return JsonNodeFactory.instance.objectNode().put("step", step);
    }
}
