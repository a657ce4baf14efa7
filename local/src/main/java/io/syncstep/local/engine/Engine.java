package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Executes state machines, one at a time. Loading one takes some tenths of a second, so keep it for several executions; for
 * executions at the same time take one each.
 *
 * <p>Not for several threads at once. {@link #run} blocks until the execution has ended.
 */
public final class Engine implements AutoCloseable {

    private static final String ARN = "arn:aws:states:local:000000000000:%s:syncstep%s";

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
        refuseUnknown(definition.resources(), integrations);
        try (var run = new Run(javaScript, integrations, time, listener, mostEvents)) {
            return run.toEnd(definition, input, context(UUID.randomUUID().toString()));
        }
    }

    private static void refuseUnknown(List<String> resources, Map<String, ServiceIntegration> integrations) {
        var unknown = resources.stream()
                .filter(resource -> !integrations.containsKey(resource))
                .distinct()
                .map(resource -> "Resource " + resource)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnsupportedDefinition(unknown);
        }
    }

    private static Map<String, Map<String, String>> context(String name) {
        return Map.of(
                "Execution", Map.of("Id", ARN.formatted("execution", ":" + name), "Name", name),
                "StateMachine", Map.of("Id", ARN.formatted("stateMachine", ""), "Name", "syncstep"));
    }

    @Override
    public void close() {
        javaScript.close();
    }
}
