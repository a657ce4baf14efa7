package io.syncstep.local.cli;

import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.handlers.TaskLists;
import io.syncstep.handlers.Wiring;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.overview.Overview;
import io.syncstep.overview.OverviewJson;
import io.syncstep.overview.OverviewReader;
import io.syncstep.sync.ProviderName;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what there is: every sync, source and job of the accounts that are configured. */
@Command(
        name = "overview",
        description =
                "Lists every sync, source and job of the accounts in SYNCSTEP_CREDENTIALS, or of the built-in "
                        + "simulators where it holds none. Exit code: 0 when every account was read, 1 when one was not, or only in part, 2 bad usage.",
        mixinStandardHelpOptions = true)
final class OverviewCommand implements Callable<Integer> {

    private final World world;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    OverviewCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var stored = LocalCredentials.stored(world.environment());
        var overview = stored.names().isEmpty() ? ofSimulators(stored) : read(stored);
        if (json) {
            world.out().println(OverviewJson.of(overview));
        } else {
            var style = new Style(world.terminal().colour(), world.terminal().unicode());
            new OverviewTable(style).lines(overview).forEach(world.out()::println);
        }
        return overview.isComplete() ? 0 : 1;
    }

    private Overview ofSimulators(EnvironmentCredentials none) {
        var clock = Clock.systemUTC();
        var notices = json ? world.err() : world.out();
        Stream.of(ProviderName.values()).map(Notices::simulated).forEach(notices::println);
        if (!json) {
            notices.println();
        }
        try (var simulators = Simulators.start(clock)) {
            var wiring = new Wiring(clock, new LocalCredentials(none, simulators), TaskLists.LIMITS);
            return new OverviewReader(new TaskLists(wiring)).read(ShownAccounts.simulated());
        }
    }

    private Overview read(EnvironmentCredentials stored) {
        var wiring = new Wiring(Clock.systemUTC(), stored, TaskLists.LIMITS);
        return new OverviewReader(new TaskLists(wiring)).read(ShownAccounts.configured(stored));
    }
}
