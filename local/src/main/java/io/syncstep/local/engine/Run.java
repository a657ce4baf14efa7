package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One execution: an event loop on the thread that calls {@link #toEnd}. Tasks work on threads of their own; everything else,
 * the JavaScript above all, happens here.
 */
final class Run implements AutoCloseable {

    /** How a task ended; {@code answer} has failed when a defect of this program ended it. */
    private record Ended(int task, String state, Future<TaskAnswer> answer) {}

    private final JavaScript javaScript;
    private final Map<String, ServiceIntegration> integrations;
    private final Time time;
    private final Listener listener;

    private final History history;
    private final Timers timers = new Timers();
    private final BlockingQueue<Ended> answers = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private int running;
    private @Nullable Execution end;

    Run(
            JavaScript javaScript,
            Map<String, ServiceIntegration> integrations,
            Time time,
            Listener listener,
            int mostEvents) {
        this.javaScript = javaScript;
        this.integrations = integrations;
        this.time = time;
        this.listener = listener;
        this.history = new History(mostEvents);
    }

    Execution toEnd(Definition definition, JsonNode input, Map<String, Map<String, String>> context) {
        if (Limits.tooLarge(input)) {
            return history.failed(Limits.DATA_LIMIT_EXCEEDED, Limits.tooLargeCause("The input of the execution"));
        }
        var start = message("start");
        start.set("definition", definition.spelledOut());
        start.set("input", ExactNumbers.mark(input));
        start.putPOJO("context", context);
        start.put("mostStates", history.mostEvents());
        deliver(start);
        while (end == null) {
            next();
        }
        return end;
    }

    private void next() {
        try {
            var ended = time.pass(answers, running, timers.next());
            if (ended == null) {
                deliver(message("fire").put("timer", timers.take()));
            } else {
                running--;
                settle(ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledRun(e);
        }
    }

    private void settle(Ended ended) {
        switch (result(ended)) {
            case TaskAnswer.Succeeded(JsonNode result)
            when Limits.tooLarge(result) ->
                deliver(failure(
                        ended.task(),
                        Limits.DATA_LIMIT_EXCEEDED,
                        Limits.tooLargeCause("The result of the state \"%s\"".formatted(ended.state()))));
            case TaskAnswer.Succeeded(JsonNode result) ->
                deliver(message("answer").put("task", ended.task()).set("result", ExactNumbers.mark(result)));
            case TaskAnswer.Failed(String error, String cause) -> deliver(failure(ended.task(), error, cause));
            case TaskAnswer.Missing() -> {}
        }
    }

    private static TaskAnswer result(Ended ended) {
        return switch (ended.answer().state()) {
            case SUCCESS -> ended.answer().resultNow();
            case FAILED, CANCELLED, RUNNING ->
                throw new IllegalStateException(
                        "the task of the state \"%s\" broke down".formatted(ended.state()),
                        ended.answer().exceptionNow());
        };
    }

    private ObjectNode failure(int task, String error, String cause) {
        var message = message("answer").put("task", task);
        message.putObject("failure")
                .put("error", Limits.cut(error, Limits.ERROR_CHARS))
                .put("cause", Limits.cut(cause, Limits.CAUSE_CHARS))
                .put("terminal", error.equals(Limits.DATA_LIMIT_EXCEEDED));
        return message;
    }

    private ObjectNode message(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("now", time.clock().millis());
    }

    private void deliver(JsonNode message) {
        List<JsonNode> sent =
                javaScript.deliver(Json.write(message)).stream().map(Json::read).toList();
        // Calls come last: a state is told as entered before its function runs. Once the execution has ended nothing
        // more
        // is called: when the machine's time is up, retries that were waiting come at once.
        Stream.concat(sent.stream().filter(each -> !isCall(each)), sent.stream().filter(Run::isCall))
                .takeWhile(each -> end == null)
                .forEach(this::receive);
    }

    private static boolean isCall(JsonNode message) {
        return message.path("type").asText().equals("call");
    }

    private void receive(JsonNode message) {
        switch (message.path("type").asText()) {
            case "schedule" ->
                timers.set(
                        message.path("timer").asInt(),
                        time.clock().instant().plusMillis(message.path("millis").asLong()));
            case "cancel" -> timers.clear(message.path("timer").asInt());
            case "call" -> call(message);
            case "entered" -> entered(message);
            case "exited" -> exited(message);
            case "retried" -> retried(message);
            case "iterated" -> history.iterated();
            case "succeeded" -> succeeded(ExactNumbers.unmark(message.path("output")));
            case "failed" ->
                end = history.failed(
                        message.path("error").asText(), message.path("cause").asText());
            case "timedOut" -> end = history.timedOut();
            default -> throw new IllegalStateException("unknown message from JavaScript: " + message);
        }
        if (end == null && history.isFull()) {
            end = history.full();
        }
    }

    private void call(JsonNode message) {
        var call = new TaskCall(
                message.path("state").asText(),
                message.path("resource").asText(),
                ExactNumbers.unmark(message.path("input")));
        var task = message.path("task").asInt();
        history.called();
        running++;
        if (Limits.tooLarge(call.parameters())) {
            answers.add(ended(task, call, () -> inputTooLarge(call)));
            return;
        }
        var integration = Objects.requireNonNull(integrations.get(call.resource()), call.resource());
        threads.execute(() -> answers.add(ended(task, call, () -> integration.call(call))));
    }

    private static Ended ended(int task, TaskCall call, Callable<TaskAnswer> work) {
        var answer = new FutureTask<>(work);
        answer.run();
        return new Ended(task, call.state(), answer);
    }

    private static TaskAnswer inputTooLarge(TaskCall call) {
        return new TaskAnswer.Failed(
                Limits.DATA_LIMIT_EXCEEDED,
                Limits.tooLargeCause("The input of the state \"%s\"".formatted(call.state())));
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
            end = history.failed(
                    Limits.DATA_LIMIT_EXCEEDED, Limits.tooLargeCause("The input of the state \"%s\"".formatted(state)));
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
        end = Limits.tooLarge(output)
                ? history.failed(Limits.DATA_LIMIT_EXCEEDED, Limits.tooLargeCause("The output of the execution"))
                : history.succeeded(output);
    }

    /** Does not wait for tasks that are still at work: nobody is interested in them any more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
