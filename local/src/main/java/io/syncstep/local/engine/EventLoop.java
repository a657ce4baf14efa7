package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where executions live side by side: an event loop on the thread that calls {@link #toEnd}. Tasks work on threads of their
 * own; everything else, the JavaScript above all, happens here. All executions have the same time.
 */
final class EventLoop implements AutoCloseable {

    /** How a task ended; {@code answer} has failed when a defect of this program ended it. */
    private record Answered(Run run, int task, String state, Future<TaskAnswer> answer) {}

    private final JavaScript javaScript;
    private final Services services;
    private final Time time;
    private final int mostEvents;

    private final Map<Integer, Run> runs = new HashMap<>();
    private final StartExecution starts = new StartExecution(this);
    private final Timers timers = new Timers();
    private final Queue<ObjectNode> messages = new ArrayDeque<>();
    private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private int running;

    EventLoop(JavaScript javaScript, Services services, Time time, int mostEvents) {
        this.javaScript = javaScript;
        this.services = services;
        this.time = time;
        this.mostEvents = mostEvents;
    }

    Services services() {
        return services;
    }

    Time time() {
        return time;
    }

    /**
     * Begins an execution; it goes on once the loop turns.
     *
     * @param whenEnded is told of its end, on the thread of the loop
     */
    Run begin(
            Definition definition,
            JsonNode input,
            Identity identity,
            Listener listener,
            Consumer<Execution> whenEnded) {
        var run = new Run(this, identity, listener, new History(mostEvents), whenEnded);
        var number = runs.size() + 1;
        runs.put(number, run);
        if (Limits.tooLarge(input)) {
            run.refuse("The input of the execution");
            return run;
        }
        var start = JsonNodeFactory.instance.objectNode().put("type", "start").put("run", number);
        start.set("definition", definition.spelledOut());
        start.set("input", ExactNumbers.mark(input));
        start.putPOJO("context", identity.context());
        messages.add(start.put("mostStates", mostEvents));
        return run;
    }

    Execution toEnd(Run run) {
        while (run.end() == null) {
            next();
        }
        return run.end();
    }

    private void next() {
        if (!messages.isEmpty()) {
            deliver(messages.remove());
            return;
        }
        try {
            var answered = time.pass(answers, running, timers.next());
            if (answered == null) {
                deliver(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "fire")
                        .put("timer", timers.take()));
            } else {
                running--;
                settle(answered);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledRun(e);
        }
    }

    /** Does a task's work on a thread of its own. */
    void work(Run run, int task, TaskCall call, Callable<TaskAnswer> work) {
        running++;
        threads.execute(() -> {
            var answer = new FutureTask<>(work);
            answer.run();
            answers.add(new Answered(run, task, call.state(), answer));
        });
    }

    /** Answers a task for which nobody worked. */
    void answer(Run run, int task, TaskCall call, TaskAnswer given) {
        running++;
        var answer = new FutureTask<>(() -> given);
        answer.run();
        answers.add(new Answered(run, task, call.state(), answer));
    }

    /** Starts the execution that a task asks for. */
    void start(Run parent, int task, TaskCall call) {
        starts.call(parent, task, call);
    }

    /** Describes an execution that a task has started. */
    void describe(Run parent, int task, TaskCall call) {
        starts.describe(parent, task, call);
    }

    private void settle(Answered answered) {
        if (answered.run().end() == null) {
            TaskMessages.of(answered.task(), answered.state(), result(answered)).ifPresent(this::deliver);
        }
    }

    private static TaskAnswer result(Answered answered) {
        return switch (answered.answer().state()) {
            case SUCCESS -> answered.answer().resultNow();
            case FAILED, CANCELLED, RUNNING ->
                throw new IllegalStateException(
                        "the task of the state \"%s\" broke down".formatted(answered.state()),
                        answered.answer().exceptionNow());
        };
    }

    private void deliver(ObjectNode message) {
        message.put("now", time.clock().millis());
        List<JsonNode> sent =
                javaScript.deliver(Json.write(message)).stream().map(Json::read).toList();
        // Calls come last: a state is told as entered before its function runs. Once an execution has ended nothing
        // more
        // is called for it: when the machine's time is up, retries that were waiting come at once.
        Stream.concat(sent.stream().filter(each -> !isCall(each)), sent.stream().filter(EventLoop::isCall))
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
            default -> {
                var run = runs.get(message.path("run").asInt());
                if (run != null && run.end() == null) {
                    run.receive(message);
                }
            }
        }
    }

    /** Does not wait for tasks that are still at work: nobody is interested in them any more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
