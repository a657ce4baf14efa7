package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.handlers.Wiring;
import io.syncstep.local.engine.Engine;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.RealTime;
import io.syncstep.local.engine.Time;
import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.lambda.LambdaInvoke;
import io.syncstep.local.lambda.LocalFunctions;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.ProviderName;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a state machine of this repository on this machine: real definition, real handlers, real HTTP. */
@Command(
        name = "run",
        description =
                "Runs a request through the real state machine on this machine. A provider without a credential in "
                        + "SYNCSTEP_CREDENTIALS is played by a built-in simulator.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    /** The state machines of {@code statemachine/}. */
    enum Machine {
        sync,
        pipeline
    }

    private final World world;

    @Parameters(paramLabel = "FILE", description = "The request, as JSON in UTF-8; - for standard input.")
    private String file = "-";

    @Option(names = "--json", description = "Print one JSON object instead of text for a person.")
    private boolean json;

    @Option(names = "--virtual-time", description = "Skip waits, and move the clock instead.")
    private boolean virtualTime;

    @Option(
            names = "--machine",
            paramLabel = "NAME",
            description = "The state machine: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Machine machine = Machine.sync;

    RunCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        if (machine == Machine.pipeline) {
            throw new Unusable("the state machine pipeline does not exist yet");
        }
        var credentials = LocalCredentials.stored(world.environment());
        Time time = virtualTime ? new VirtualTime() : new RealTime();
        try (var display = display(time)) {
            var ended = execute(credentials, time, display);
            display.ended(ended);
            return ended.status() == Execution.Status.SUCCEEDED ? 0 : 1;
        }
    }

    private Display display(Time time) {
        return json ? new JsonDisplay(world) : new PersonDisplay(world.out(), world.terminal(), time.clock());
    }

    private Execution execute(EnvironmentCredentials credentials, Time time, Display display) {
        try {
            var request = new RequestFile(file).read(world.in());
            simulated(request, credentials).forEach(display::simulated);
            return execute(request, credentials, time, display);
        } catch (InvalidRequest e) {
            return NotStarted.because(e);
        }
    }

    private Execution execute(JsonNode request, EnvironmentCredentials credentials, Time time, Display display) {
        var definition = Repository.find().machine(machine.name());
        try (var simulators = Simulators.start(time.clock());
                var engine = new Engine()) {
            var wiring = new Wiring(time.clock(), new LocalCredentials(credentials, simulators));
            var lambda = new LambdaInvoke(new LocalFunctions(wiring));
            return engine.run(definition, request, Map.of(LambdaInvoke.RESOURCE, lambda), time, display);
        }
    }

    /** A request that names no provider is refused before any is called, so that there is nothing to tell. */
    private static Stream<ProviderName> simulated(JsonNode request, EnvironmentCredentials credentials) {
        return Stream.of(ProviderName.values())
                .filter(provider ->
                        provider.word().equals(request.path("provider").asText()))
                .filter(provider -> !credentials.has(provider));
    }
}
