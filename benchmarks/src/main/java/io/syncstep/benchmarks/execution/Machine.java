package io.syncstep.benchmarks.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.handlers.Wiring;
import io.syncstep.http.Limits;
import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.Engine;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.events.Bus;
import io.syncstep.local.lambda.LocalFunctions;
import io.syncstep.local.lambda.LocalServices;
import io.syncstep.local.lambda.TaskTokens;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.local.simulator.hightouch.HightouchSimulator;
import io.syncstep.sync.CheckCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The state machine {@code sync} of this repository with its real functions, and Hightouch's simulator behind real HTTP. Waits take
 * no time. Not for several threads at once.
 */
public final class Machine implements AutoCloseable {

    /** Functions that wait for a crowd's turn on two cores must not take the provider for dead. */
    private static final Limits PATIENT =
            new Limits(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(10));

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-02T06:00:00Z"));
    private final Simulators simulators = Simulators.start(time.clock());
    private final Engine engine = new Engine();
    private final TaskTokens tokens = new TaskTokens();
    private final CountedFunctions functions;
    private final Definition sync;

    /** @param repository the folder that holds {@code statemachine/} */
    public Machine(Path repository) throws IOException {
        sync = Definition.parse(Files.readString(repository.resolve("statemachine/sync.asl.json")));
        Wiring wiring = new Wiring(time.clock(), credentials(), PATIENT, CheckCost.USUAL);
        functions = new CountedFunctions(new LocalFunctions(wiring, tokens));
    }

    private EnvironmentCredentials credentials() {
        return new EnvironmentCredentials("{\"hightouch/default\": {\"apiKey\": \"any\", \"baseUrl\": \"%s\"}}"
                .formatted(simulators.hightouch()));
    }

    /** Runs a request to its end. */
    public Execution run(JsonNode request) {
        return run(sync, request);
    }

    /** Runs another state machine to its end, which starts this one by the name {@code ${SyncStateMachine}}. */
    public Execution run(Definition definition, JsonNode input) {
        var services = LocalServices.of(functions, tokens, Bus.FORGETFUL, Map.of("${SyncStateMachine}", sync));
        return engine.run(definition, input, services, time, Listener.NONE);
    }

    public Clock clock() {
        return time.clock();
    }

    public HightouchSimulator hightouch() {
        return simulators.hightouchSimulator();
    }

    /** What the functions were asked so far. */
    public Work work() {
        return new Work(functions.calls(), hightouch().requests().size(), functions.seconds());
    }

    @Override
    public void close() {
        engine.close();
        simulators.close();
    }
}
