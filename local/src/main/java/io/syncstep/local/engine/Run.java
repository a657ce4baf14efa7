package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One execution in an {@link EventLoop}: what the interpreter tells of it is counted, told on, and done. */
final class Run {

    private final EventLoop loop;
    private final Identity identity;
    private final Listener listener;
    private final History history;
    private final Consumer<Execution> whenEnded;
    private @Nullable Execution end;

    Run(EventLoop loop, Identity identity, Listener listener, History history, Consumer<Execution> whenEnded) {
        this.loop = loop;
        this.identity = identity;
        this.listener = listener;
        this.history = history;
        this.whenEnded = whenEnded;
    }

    Listener listener() {
        return listener;
    }

    /** Null as long as it goes on. */
    @Nullable
    Execution end() {
        return end;
    }

    /** Ends it, since some data is larger than AWS lets pass. */
    void refuse(String what) {
        end(history.failed(Limits.DATA_LIMIT_EXCEEDED, Limits.tooLargeCause(what)));
    }

    void receive(JsonNode message) {
        switch (message.path("type").asText()) {
            case "call" -> call(message);
            case "entered" -> entered(message);
            case "exited" -> exited(message);
            case "retried" -> retried(message);
            case "iterated" -> history.iterated();
            case "succeeded" -> succeeded(ExactNumbers.unmark(message.path("output")));
            case "failed" ->
                end(history.failed(
                        message.path("error").asText(), message.path("cause").asText()));
            case "timedOut" -> end(history.timedOut());
            default -> throw new IllegalStateException("unknown message from JavaScript: " + message);
        }
        if (end == null && history.isFull()) {
            end(history.full());
        }
    }

    private void end(Execution ended) {
        end = ended;
        whenEnded.accept(ended);
    }

    private void call(JsonNode message) {
        var token = UUID.randomUUID().toString();
        var call = new TaskCall(
                message.path("state").asText(),
                message.path("resource").asText(),
                withToken(ExactNumbers.unmark(message.path("input")), token),
                identity,
                token);
        var task = message.path("task").asInt();
        history.called(call.resource());
        if (Limits.tooLarge(call.parameters())) {
            var cause = Limits.tooLargeCause("The input of the state \"%s\"".formatted(call.state()));
            loop.answer(this, task, call, new TaskAnswer.Failed(Limits.DATA_LIMIT_EXCEEDED, cause));
        } else if (loop.services().startsOne(call.resource())) {
            loop.start(this, task, call);
        } else if (loop.services().describesOne(call.resource())) {
            loop.describe(this, task, call);
        } else {
            var integration =
                    Objects.requireNonNull(loop.services().integrations().get(call.resource()), call.resource());
            loop.work(this, task, call, () -> integration.call(call));
        }
    }

    /** The interpreter knows no {@code $$.Task.Token}, so that {@link Definition#spelledOut} left it for here. */
    private static JsonNode withToken(JsonNode parameters, String token) {
        if (parameters instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withToken(field.getValue(), token)));
        }
        return parameters.asText().equals(Definition.TASK_TOKEN) ? TextNode.valueOf(token) : parameters;
    }

    private void entered(JsonNode message) {
        var state = message.path("state").asText();
        var type = message.path("stateType").asText();
        var data = ExactNumbers.unmark(message.path("data"));
        var wait = message.path("wait").isNumber()
                ? Duration.ofMillis(Math.round(message.path("wait").asDouble() * 1000))
                : null;
        history.entered(state, type, wait);
        listener.on(new Listener.Entered(state, type, data, wait));
        if (Limits.tooLarge(data)) {
            refuse("The input of the state \"%s\"".formatted(state));
        }
    }

    private void exited(JsonNode message) {
        history.exited(message.path("stateType").asText());
        listener.on(new Listener.Exited(message.path("state").asText()));
    }

    private void retried(JsonNode message) {
        history.retried();
        listener.on(new Listener.Retried(message.path("state").asText()));
    }

    private void succeeded(JsonNode output) {
        if (Limits.tooLarge(output)) {
            refuse("The output of the execution");
        } else {
            end(history.succeeded(output));
        }
    }
}
