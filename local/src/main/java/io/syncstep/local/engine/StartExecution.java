package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service integration {@code arn:aws:states:::states:startExecution.sync:2}: starts an execution beside that of the Task,
 * and answers when it has ended. Under a name that is taken nothing is started: the Task waits with the others if that
 * execution goes on and has the same input, and fails otherwise.
 *
 * <p>And {@code arn:aws:states:::aws-sdk:sfn:describeExecution}, which describes one of these by the name in its ARN: the rest of
 * the ARN is a substitution that nothing substitutes here.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Start Step Functions
 *     executions</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution</a>
 */
public final class StartExecution {

    public static final String RESOURCE = "arn:aws:states:::states:startExecution.sync:2";

    public static final String DESCRIBE = "arn:aws:states:::aws-sdk:sfn:describeExecution";

    private static final Pattern NAME = Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

    /** A Task that waits for an execution's end. */
    private record Waiting(Run run, int task, TaskCall call) {}

    private final class Child {

        private final JsonNode input;
        private final Identity identity;
        private final long startedAt = loop.time().clock().millis();
        private final List<Waiting> waiting = new ArrayList<>();
        private @Nullable Execution ended;

        Child(Identity identity, JsonNode input) {
            this.identity = identity;
            this.input = input;
        }

        void end(Execution execution) {
            ended = execution;
            var answer = ExecutionDescription.answer(
                    identity, input, execution, startedAt, loop.time().clock().millis());
            waiting.forEach(each -> loop.answer(each.run(), each.task(), each.call(), answer));
        }
    }

    private final EventLoop loop;
    private final Map<String, Child> children = new HashMap<>();

    StartExecution(EventLoop loop) {
        this.loop = loop;
    }

    void call(Run parent, int task, TaskCall call) {
        var arn = call.parameters().path("StateMachineArn").asText();
        var name = call.parameters().path("Name").asText(UUID.randomUUID().toString());
        var definition = loop.services().machines().get(arn);
        if (definition == null) {
            refuse(parent, task, call, "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        } else if (!NAME.matcher(name).matches()) {
            refuse(parent, task, call, "InvalidName", "Invalid Name: '" + name + "'");
        } else {
            join(
                    child(parent, definition, new Identity(arn.replaceAll("[${}]", ""), name, 0), input(call)),
                    new Waiting(parent, task, call));
        }
    }

    void describe(Run parent, int task, TaskCall call) {
        var arn = call.parameters().path("ExecutionArn").asText();
        var name = arn.substring(arn.lastIndexOf(':') + 1);
        loop.answer(
                parent,
                task,
                call,
                children.values().stream()
                        .filter(child -> child.identity.name().equals(name))
                        .findFirst()
                        .<TaskAnswer>map(child -> new TaskAnswer.Succeeded(
                                ExecutionDescription.now(child.identity, child.input, child.ended)))
                        .orElseGet(() -> new TaskAnswer.Failed(
                                "Sfn.ExecutionDoesNotExistException", "Execution Does Not Exist: '" + arn + "'")));
    }

    private void join(Child child, Waiting waiting) {
        if (child.ended != null || !child.input.equals(input(waiting.call()))) {
            refuse(
                    waiting.run(),
                    waiting.task(),
                    waiting.call(),
                    "ExecutionAlreadyExists",
                    "Execution Already Exists: '" + child.identity.executionArn() + "'");
        } else {
            child.waiting.add(waiting);
        }
    }

    private Child child(Run parent, Definition definition, Identity identity, JsonNode input) {
        var known = children.get(identity.executionArn());
        if (known != null) {
            return known;
        }
        var child = new Child(identity, input);
        children.put(identity.executionArn(), child);
        var listener = parent.listener().child(identity.name(), input);
        loop.begin(definition, input, identity, listener, ended -> {
            parent.listener().childEnded(identity.name(), ended);
            child.end(ended);
        });
        return child;
    }

    private void refuse(Run parent, int task, TaskCall call, String code, String message) {
        loop.answer(
                parent,
                task,
                call,
                new TaskAnswer.Failed(
                        "StepFunctions." + code + "Exception",
                        "%s (Service: AWSStepFunctions; Status Code: 400; Error Code: %s; Request ID: %s; Proxy: null)"
                                .formatted(message, code, UUID.randomUUID())));
    }

    private static JsonNode input(TaskCall call) {
        var input = call.parameters().path("Input");
        return input.isMissingNode() ? JsonNodeFactory.instance.objectNode() : input;
    }
}
