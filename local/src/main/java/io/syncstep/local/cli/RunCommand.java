package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.local.engine.Engine;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.RealTime;
import io.syncstep.local.engine.Time;
import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.events.Bus;
import io.syncstep.local.lambda.LocalFunctions;
import io.syncstep.local.lambda.LocalServices;
import io.syncstep.local.lambda.TaskTokens;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.ProviderName;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a state machine of this repository on this machine: real definition, real handlers, real HTTP. */
@Command(
        name = "run",
        description =
                "Runs a request through the real state machine on this machine. A provider without a credential in "
                        + "SYNCSTEP_CREDENTIALS is played by a built-in simulator.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private final World world;

    @Mixin
    private Input input = new Input();

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
        var credentials = LocalCredentials.stored(world.environment());
        Time time = virtualTime ? new VirtualTime() : new RealTime();
        try (var display = display(time)) {
            var ended = execute(credentials, time, display);
            display.ended(ended);
            return ended.status() == Execution.Status.SUCCEEDED ? 0 : 1;
        }
    }

    private Display display(Time time) {
        if (json) {
            return new JsonDisplay(world);
        }
        return switch (machine) {
            case sync -> new PersonDisplay(world.out(), world.terminal(), time.clock());
            case pipeline -> new PipelineDisplay(world.out(), world.terminal(), time.clock());
        };
    }

    private Execution execute(EnvironmentCredentials credentials, Time time, Display display) {
        try {
            var request = input.read(world.in());
            machine.hint(request).ifPresent(world.err()::println);
            simulated(request, credentials).forEach(display::simulated);
            return execute(request, credentials, time, display);
        } catch (InvalidRequest e) {
            return NotStarted.because(e);
        }
    }

    private Execution execute(JsonNode request, EnvironmentCredentials credentials, Time time, Display display) {
        var repository = Repository.find();
        var definition = repository.machine(machine.name());
        try (var simulators = Simulators.start(time.clock());
                var engine = new Engine()) {
            var wiring = world.wiring(time.clock(), new LocalCredentials(credentials, simulators));
            var tokens = new TaskTokens();
            var services =
                    LocalServices.of(new LocalFunctions(wiring, tokens), tokens, Bus.FORGETFUL, repository.startable());
            return engine.run(definition, request, services, time, display);
        }
    }

    /** A request that names no provider is refused before any is called, so that there is nothing to tell. */
    private static Stream<ProviderName> simulated(JsonNode request, EnvironmentCredentials credentials) {
        var asked = Stream.concat(
                        Stream.of(request),
                        request.path("stages")
                                .valueStream()
                                .flatMap(stage -> stage.path("tasks").valueStream()))
                .map(each -> each.path("provider").asText())
                .collect(Collectors.toSet());
        return Stream.of(ProviderName.values())
                .filter(provider -> asked.contains(provider.word()))
                .filter(provider -> !credentials.has(provider));
    }
}
