package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.local.simulator.Ports;
import io.syncstep.local.simulator.Scenario;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.sync.ProviderName;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the simulators alone, for functions that run elsewhere, as in {@code sam local}. */
@Command(
        name = "simulate",
        description = "Simulates Hightouch, Stitch and dbt Cloud on this machine, until it is stopped with Ctrl-C.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    /** Under this name a container reaches the machine that it runs on. */
    private static final String FROM_CONTAINER = "host.docker.internal";

    private final World world;

    @Option(
            names = "--hightouch-port",
            paramLabel = "N",
            description = "0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int hightouchPort = 7078;

    @Option(names = "--stitch-port", paramLabel = "N", description = "0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int stitchPort = 7079;

    @Option(names = "--dbt-port", paramLabel = "N", description = "0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int dbtPort = 7080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "The address to listen on. 0.0.0.0 lets containers reach it, and everybody else in the network "
                            + "too. Default: the loopback address.")
    private InetAddress host = InetAddress.getLoopbackAddress();

    SimulateCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var simulators = start()) {
            lines(simulators).forEach(world.out()::println);
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private Simulators start() {
        try {
            return Simulators.start(Clock.systemUTC(), host, new Ports(hightouchPort, stitchPort, dbtPort));
        } catch (IllegalArgumentException e) {
            throw new Unusable(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new Unusable(
                    e.getMessage() + ". Choose others with --hightouch-port, --stitch-port and --dbt-port.", e);
        }
    }

    private static Stream<String> lines(Simulators simulators) {
        var fromHere = credentials(simulators, UnaryOperator.identity());
        var fromContainer = JsonNodeFactory.instance.objectNode();
        fromContainer
                .putObject("Parameters")
                .put(EnvironmentCredentials.VARIABLE, credentials(simulators, SimulateCommand::seenFromContainer));
        var fixed = Stream.of(
                "Hightouch  " + simulators.hightouch(),
                "Stitch     " + simulators.stitch(),
                "dbt Cloud  " + simulators.dbt(),
                "",
                "For functions on this machine:",
                EnvironmentCredentials.VARIABLE + "='" + fromHere + "'",
                "For sam local, in the file of --env-vars (start this with --host 0.0.0.0):",
                fromContainer.toString(),
                "",
                "Any token and any id works. These ids misbehave:");
        return Stream.concat(fixed, Scenario.all().stream().map(SimulateCommand::line));
    }

    private static String line(Scenario scenario) {
        return "%-10s %-38s %s".formatted(scenario.provider(), scenario.taskId(), scenario.description());
    }

    private static String credentials(Simulators simulators, UnaryOperator<URI> reach) {
        var all = JsonNodeFactory.instance.objectNode();
        for (var provider : ProviderName.values()) {
            all.set(provider.word() + "/default", SimulatedCredential.of(provider, "default", simulators, reach));
        }
        return all.toString();
    }

    private static URI seenFromContainer(URI uri) {
        return URI.create(uri.toString().replace(uri.getHost(), FROM_CONTAINER));
    }
}
