package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.pipeline.Share;
import io.syncstep.pipeline.Steps;
import io.syncstep.pipeline.TaskEnd;
import io.syncstep.sync.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Checks a pipeline, sums up its tasks and stages, and says what comes next. Calls nobody, so that it may be repeated. */
public class AdvancePipeline implements RequestStreamHandler {

    /** What the state machine asks for. */
    enum Step {
        CHECK,
        TASK,
        STAGE;

        static Step of(String word) {
            return Arrays.stream(values())
                    .filter(step -> step.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("step must be check, task or stage, got " + word));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For Lambda. */
    public AdvancePipeline() {
        Rehearsal.of((script, props) -> rehearse(script));
    }

    /** What was answered. */
    static List<ObjectNode> rehearse(Script script) throws IOException {
        List<ObjectNode> answers = new ArrayList<>();
        for (String text : script.events("AdvancePipeline")) {
            PipelineEvent event = PipelineEvent.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            ObjectNode answer = answer(event);
            logLine(event, answer);
            answers.add(answer);
        }
        return answers;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream out, Context context) throws IOException {
        PipelineEvent event = PipelineEvent.read(input);
        ObjectNode answer = answer(event);
        context.getLogger().log(logLine(event, answer), LogLevel.INFO);
        out.write(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode answer(PipelineEvent event) {
        return switch (Step.of(event.text("step"))) {
            case CHECK -> check(event);
            case TASK -> task(event.json().path("task"));
            case STAGE -> event.steps().after(event.progress(), event.json().path("outcomes"));
        };
    }

    private static ObjectNode check(PipelineEvent event) {
        try {
            return event.steps().first();
        } catch (InvalidRequest invalid) {
            return Steps.invalid(invalid.words());
        }
    }

    private static ObjectNode task(JsonNode task) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("task", task.path("task").asInt());
        Share share = new Share(task.path("share").asInt());
        return answer.set("outcome", share.fit(TaskEnd.of(task)).json());
    }

    private static String logLine(PipelineEvent event, ObjectNode answer) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("step", event.text("step"));
        if (answer.has("next")) {
            line.put("execution", event.execution().name());
            line.put("next", answer.path("next").asText());
            line.put("stage", answer.path("stage").asInt());
        } else {
            line.put("execution", event.json().path("task").path("name").asText());
            line.put("error", answer.path("outcome").path("error").asText("none"));
        }
        return line.toString();
    }
}
