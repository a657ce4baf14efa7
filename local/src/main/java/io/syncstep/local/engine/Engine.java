package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/**
 * Executes state machines: one from outside at a time, and beside it those that its Tasks start. Loading an engine takes some
 * tenths of a second, so keep it for several executions; for executions that don't belong together take one each.
 *
 * <p>Not for several threads at once. {@link #run} blocks until the execution has ended.
 */
public final class Engine implements AutoCloseable {

    private static final String MACHINE = "syncstep";

    private final JavaScript javaScript = new QuickJs(Program.text());
    private final int mostEvents;

    public Engine() {
        this(Limits.HISTORY_EVENTS);
    }

    /** @param mostEvents history events after which an execution fails */
    Engine(int mostEvents) {
        this.mostEvents = mostEvents;
    }

    /**
     * Runs an execution to its end.
     *
     * @param integrations what each {@code Resource} of the definition's Tasks stands for
     * @throws UnsupportedDefinition when the definition has a Task whose {@code Resource} is not among these
     */
    public Execution run(
            Definition definition,
            JsonNode input,
            Map<String, ServiceIntegration> integrations,
            Time time,
            Listener listener) {
        return run(definition, input, new Services(integrations), time, listener);
    }

    /** The same, with state machines that Tasks may start. */
    public Execution run(Definition definition, JsonNode input, Services services, Time time, Listener listener) {
        var identity = new Identity(MACHINE, UUID.randomUUID().toString(), 0);
        return run(definition, input, identity, services, time, listener);
    }

    /** The same, as a certain execution. */
    public Execution run(
            Definition definition, JsonNode input, Identity identity, Services services, Time time, Listener listener) {
        services.refuseUnknown(definition);
        try (var loop = new EventLoop(javaScript, services, time, mostEvents)) {
            return loop.toEnd(loop.begin(definition, input, identity, listener, ended -> {}));
        }
    }

    @Override
    public void close() {
        javaScript.close();
    }
}
