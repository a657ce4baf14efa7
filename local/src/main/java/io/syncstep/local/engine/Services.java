package io.syncstep.local.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the Tasks of a definition can call.
 *
 * @param integrations what each {@code Resource} stands for
 * @param machines the state machines that {@link StartExecution} can start, by the {@code StateMachineArn} in the
 *     definition: {@code ${SyncStateMachine}}, since nothing substitutes it here
 */
public record Services(Map<String, ServiceIntegration> integrations, Map<String, Definition> machines) {

    public Services {
        integrations = Map.copyOf(integrations);
        machines = Map.copyOf(machines);
    }

    /** Without other state machines. */
    public Services(Map<String, ServiceIntegration> integrations) {
        this(integrations, Map.of());
    }

    void refuseUnknown(Definition definition) {
        var unknown = Stream.concat(Stream.of(definition), machines.values().stream())
                .map(Definition::resources)
                .flatMap(List::stream)
                .filter(resource -> !knows(resource))
                .distinct()
                .map(resource -> "Resource " + resource)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnsupportedDefinition(unknown);
        }
    }

    private boolean knows(String resource) {
        return integrations.containsKey(resource) || startsOne(resource) || describesOne(resource);
    }

    /** Whether a Task of this resource starts an execution that lives beside its own. */
    boolean startsOne(String resource) {
        return resource.equals(StartExecution.RESOURCE) && isOurs(resource);
    }

    /** Whether a Task of this resource describes such an execution. */
    boolean describesOne(String resource) {
        return resource.equals(StartExecution.DESCRIBE) && isOurs(resource);
    }

    private boolean isOurs(String resource) {
        return !machines.isEmpty() && !integrations.containsKey(resource);
    }
}
