package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A definition in a test, and what its tasks are told and answer. Written with {@code '} for {@code "}. */
final class Machine {

    static final String RESOURCE = "arn:aws:states:::lambda:invoke";
    static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    final List<TaskCall> calls = new ArrayList<>();
    final List<Instant> calledAt = new ArrayList<>();
    final VirtualTime time = new VirtualTime(START);

    /** One for each thread: loading one takes longer than most runs, and none is for several at once. */
    private static final ThreadLocal<Engine> ENGINES = ThreadLocal.withInitial(Engine::new);

    static Engine engine() {
        return ENGINES.get();
    }

    /** Runs a definition whose tasks are answered in turn; the last answer is given again and again. */
    Execution run(String definition, JsonNode input, TaskAnswer... answers) {
        ServiceIntegration tasks = call -> answer(call, answers);
        return engine().run(parse(definition), input, Map.of(RESOURCE, tasks), time, Listener.NONE);
    }

    /** The tasks of a Map are called by several threads. */
    private synchronized TaskAnswer answer(TaskCall call, TaskAnswer... answers) {
        calls.add(call);
        calledAt.add(time.clock().instant());
        return answers[Math.min(calls.size(), answers.length) - 1];
    }

    Execution run(String definition, String input, TaskAnswer... answers) {
        return run(definition, json(input), answers);
    }

    /** How long after the start each call came. */
    List<Duration> calledAfter() {
        return calledAt.stream().map(at -> Duration.between(START, at)).toList();
    }

    Duration elapsed() {
        return Duration.between(START, time.clock().instant());
    }

    static Definition parse(String definition) {
        return Definition.parse(definition.replace('\'', '"'));
    }

    static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }

    static TaskAnswer ok(String json) {
        return new TaskAnswer.Succeeded(json(json));
    }

    static TaskAnswer error(String name) {
        return new TaskAnswer.Failed(name, "because");
    }

    /** One Task state with these fields besides. */
    static String task(String fields) {
        return "{'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'" + RESOURCE + "'," + fields
                + ",'End':true},'Caught':{'Type':'Pass','End':true}}}";
    }

    /** One state of its own. */
    static String only(String state) {
        return "{'StartAt':'A','States':{'A':" + state + ",'B':{'Type':'Succeed'},'C':{'Type':'Succeed'}}}";
    }
}
