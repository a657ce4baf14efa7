package io.syncstep.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Execution.Status;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.lambda.Functions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the definition of {@code sync} as the engine does, many times as fast: it knows only what that definition
 * uses. {@link WalkTest} holds it against the engine.
 */
final class Walk {

    private static final int MOST_BYTES = 262_144;

    /** An error that a Retry or a Catch may be for. */
    private record Failure(String error, String cause) {}

    private final JsonNode definition;
    private final Functions functions;
    private final VirtualTime time;
    private final Listener listener;
    private final ObjectNode context = JsonNodeFactory.instance.objectNode();
    private final List<String> states = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private int retries;
    private int events = 1;

    Walk(JsonNode definition, Functions functions, VirtualTime time, Listener listener) {
        this.definition = definition;
        this.functions = functions;
        this.time = time;
        this.listener = listener;
        String name = UUID.randomUUID().toString();
        context.putObject("Execution")
                .put("Id", "arn:aws:states:local:000000000000:execution:syncstep:" + name)
                .put("Name", name)
                .put("RedriveCount", 0)
                .put("StartTime", time.clock().instant().toString());
    }

    Execution toEnd(JsonNode input) {
        String name = definition.path("StartAt").asText();
        JsonNode data = input;
        while (true) {
            JsonNode state = definition.path("States").path(name);
            enter(name, state, data);
            switch (state.path("Type").asText()) {
                case "Succeed" -> {
                    events++;
                    return end(
                            Status.SUCCEEDED,
                            Paths.read(state.path("OutputPath").asText(), data, context),
                            null);
                }
                case "Fail" -> {
                    return end(Status.FAILED, null, failure(state, data));
                }
                case "Choice" -> name = Paths.chosen(state, data);
                case "Wait" -> {
                    pass(Duration.ofSeconds(waits.getLast()));
                    name = state.path("Next").asText();
                }
                case "Pass" -> {
                    JsonNode result = state.has("Result")
                            ? state.path("Result")
                            : Paths.shape(state.path("Parameters"), data, context);
                    data = state.has("ResultPath")
                            ? Paths.put(data, state.path("ResultPath").asText(), result)
                            : result;
                    name = state.path("Next").asText();
                }
                case "Task" -> {
                    if (state.path("Resource").asText().endsWith("events:putEvents")) {
                        name = publish(name, state, data);
                        break;
                    }
                    FunctionAnswer answer = invoke(state, data);
                    Failure failure = failure(state, answer);
                    JsonNode caught = failure == null ? state : Rules.catcher(state, failure.error());
                    if (caught.isMissingNode()) {
                        return end(Status.FAILED, null, failure);
                    }
                    JsonNode result = failure == null ? result(state, answer) : words(failure);
                    data = Paths.put(data, caught.path("ResultPath").asText(), result);
                    name = caught.path("Next").asText();
                }
                default -> throw new IllegalStateException("this walk knows no " + state.path("Type"));
            }
            events++;
        }
    }

    /** The bus takes every event. The listener sees what is put there. */
    private String publish(String name, JsonNode state, JsonNode data) {
        events += 3;
        JsonNode entries = Paths.shape(state.path("Parameters"), data, context);
        listener.on(new Listener.Entered(name, "Event", entries, null));
        return state.path("Next").asText();
    }

    private void enter(String name, JsonNode state, JsonNode data) {
        if (data.toString().length() > MOST_BYTES) {
            throw new IllegalStateException("the input of " + name + " is too large for AWS");
        }
        states.add(name);
        events++;
        if (state.path("Type").asText().equals("Wait")) {
            waits.add(Paths.read(state.path("SecondsPath").asText(), data, context)
                    .asLong());
        }
        listener.on(new Listener.Entered(name, state.path("Type").asText(), data, null));
    }

    /** Calls the function until it answers, or no Retry is for the error that it ends with. */
    private FunctionAnswer invoke(JsonNode state, JsonNode data) {
        int[] attempts = new int[state.path("Retry").size()];
        while (true) {
            events += 3;
            JsonNode parameters = Paths.shape(state.path("Parameters"), data, context);
            FunctionAnswer answer =
                    functions.invoke(parameters.path("FunctionName").asText(), parameters.path("Payload"));
            if (answer instanceof FunctionAnswer.Lost) {
                pass(Duration.ofSeconds(state.path("TimeoutSeconds").asLong()));
            }
            Failure failure = failure(state, answer);
            int retrier = failure == null ? -1 : Rules.matching(state.path("Retry"), failure.error());
            if (retrier < 0
                    || attempts[retrier]
                            >= state.path("Retry")
                                    .path(retrier)
                                    .path("MaxAttempts")
                                    .asInt()) {
                return answer;
            }
            pass(Rules.delay(state.path("Retry").path(retrier), attempts[retrier]++));
            retries++;
        }
    }

    private static @Nullable Failure failure(JsonNode state, FunctionAnswer answer) {
        return switch (answer) {
            case FunctionAnswer.Returned ignored -> null;
            case FunctionAnswer.Threw(String type, JsonNode error) -> new Failure(type, error.toString());
            case FunctionAnswer.Refused(String error, String cause) -> new Failure(error, cause);
            case FunctionAnswer.Lost() -> new Failure("States.Timeout", state.path("TimeoutSeconds") + " s");
        };
    }

    private JsonNode result(JsonNode state, FunctionAnswer answer) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("Payload", ((FunctionAnswer.Returned) answer).payload());
        return Paths.shape(state.path("ResultSelector"), result, context);
    }

    private static JsonNode words(Failure failure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Error", failure.error())
                .put("Cause", failure.cause());
    }

    private Failure failure(JsonNode state, JsonNode data) {
        return new Failure(text(state, "Error", data), text(state, "Cause", data));
    }

    private String text(JsonNode state, String field, JsonNode data) {
        String path = state.path(field + "Path").asText();
        return path.isEmpty()
                ? state.path(field).asText()
                : Paths.read(path, data, context).asText();
    }

    private void pass(Duration duration) {
        try {
            time.pass(new LinkedBlockingQueue<>(), 0, time.clock().instant().plus(duration));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Execution end(Status status, @Nullable JsonNode output, @Nullable Failure failure) {
        return new Execution(
                status,
                output,
                failure == null ? null : failure.error(),
                failure == null ? null : failure.cause(),
                List.copyOf(states),
                states.size() + retries,
                List.copyOf(waits),
                events + 1);
    }
}
