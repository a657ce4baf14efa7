package io.syncstep.local.cli;

import io.syncstep.credentials.CredentialStore;
import io.syncstep.handlers.RunLists;
import io.syncstep.handlers.TaskLists;
import io.syncstep.handlers.Wiring;
import io.syncstep.local.engine.RealTime;
import io.syncstep.local.events.Bus;
import io.syncstep.local.lambda.LocalFunctions;
import io.syncstep.local.lambda.LocalServices;
import io.syncstep.local.lambda.TaskTokens;
import io.syncstep.local.page.PageServer;
import io.syncstep.local.page.Player;
import io.syncstep.local.page.Runs;
import io.syncstep.local.page.Site;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.Lookout;
import io.syncstep.overview.Waiting;
import io.syncstep.sync.ProviderName;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the page of all tasks on this machine, for the person who sits at it. */
@Command(
        name = "serve",
        description =
                "Serves a page on this machine, until it is stopped with Ctrl-C: every sync, source and job of the accounts in "
                        + "SYNCSTEP_CREDENTIALS, or of the built-in simulators where it holds none; with a button that runs one through "
                        + "the real state machine.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST = 65_535;

    /** Most accounts are read by then; a person waits no longer for those that are not. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final World world;
    private final Clock clock = Clock.systemUTC();

    @Option(names = "--port", paramLabel = "N", description = "0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port = 7077;

    ServeCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST) {
            throw new Unusable("--port must be 0..65535, got " + port);
        }
        var stored = LocalCredentials.stored(world.environment());
        if (!stored.names().isEmpty()) {
            return serve(stored, ShownAccounts.configured(stored), List.of());
        }
        try (var simulators = Simulators.start(clock)) {
            var notices =
                    Stream.of(ProviderName.values()).map(Notices::simulated).toList();
            return serve(new LocalCredentials(stored, simulators), ShownAccounts.simulated(), notices);
        }
    }

    /** @param notices about simulators; empty when the providers are real */
    private int serve(CredentialStore credentials, List<AccountName> accounts, List<String> notices)
            throws InterruptedException {
        try (var runs = new Runs(player(credentials));
                var server = open(new Site(lookout(credentials, accounts), runs, clock, notices));
                var _ = GoesOn.whenInterrupted(
                        () -> runs.goingOn(!notices.isEmpty()).forEach(world.err()::println))) {
            world.out().println("The page is at " + server.address() + " until Ctrl-C.");
            notices.forEach(world.out()::println);
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private PageServer open(Site site) {
        try {
            return PageServer.open(port, site);
        } catch (UncheckedIOException e) {
            throw new Unusable(e.getMessage() + ". Choose another with --port, or 0 for any free one.", e);
        }
    }

    private Player player(CredentialStore credentials) {
        var repository = Repository.find();
        var machines = repository.startable();
        var tokens = new TaskTokens();
        var functions = new LocalFunctions(world.wiring(clock, credentials), tokens);
        var services = LocalServices.of(functions, tokens, Bus.FORGETFUL, machines);
        return new Player(() -> repository.machine("sync"), services, new RealTime(clock));
    }

    private Lookout lookout(CredentialStore credentials, List<AccountName> accounts) {
        var names = accounts.stream().map(AccountName::toString).toList();
        var lists = new TaskLists(new Wiring(clock, credentials, TaskLists.LIMITS));
        return new Lookout(() -> names, lists, new RunLists(lists), clock, new Waiting.AtMost(PATIENCE));
    }
}
