package io.syncstep.local.page;

import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.handlers.RunLists;
import io.syncstep.handlers.TaskLists;
import io.syncstep.handlers.Wiring;
import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.Time;
import io.syncstep.local.events.Bus;
import io.syncstep.local.lambda.LocalFunctions;
import io.syncstep.local.lambda.LocalServices;
import io.syncstep.local.lambda.TaskTokens;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.overview.Lookout;
import io.syncstep.overview.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page's server over simulated providers, as {@code syncstep serve} puts it up, with a browser before it. */
final class Stand implements AutoCloseable {

    static final String KEY = "ht-key-4711";

    private final Simulators simulators;
    private final Runs runs;
    private final PageServer server;
    private final Browser browser;

    Stand(Time time) {
        this(time, 20, 500);
    }

    /**
     * A stand with limits of its own.
     *
     * @param atOnce how many runs may be in progress
     * @param kept how many runs are remembered
     */
    Stand(Time time, int atOnce, int kept) {
        this(time, atOnce, kept, new Waiting.UntilRead());
    }

    /** One where whoever looks waits for a slow account not longer than this. */
    Stand(Time time, Waiting waiting) {
        this(time, 20, 500, waiting);
    }

    private Stand(Time time, int atOnce, int kept, Waiting waiting) {
        this.simulators = Simulators.start(time.clock());
        var credentials = new EnvironmentCredentials("""
                {"hightouch/default":{"apiKey":"%s","workspaceSlug":"acme","baseUrl":"%s"},
                 "stitch/acme":{"accessToken":"stitch-token-0815","baseUrl":"%s"}}""".formatted(KEY, simulators.hightouch(), simulators.stitch()));
        var tokens = new TaskTokens();
        var functions = new LocalFunctions(new Wiring(time.clock(), credentials), tokens);
        var services = LocalServices.of(functions, tokens, Bus.FORGETFUL, Map.of());
        this.runs = new Runs(
                new Player(() -> Definition.parse(read("../statemachine/sync.asl.json")), services, time),
                atOnce,
                kept);
        var lists = new TaskLists(new Wiring(time.clock(), credentials, TaskLists.LIMITS));
        this.server = PageServer.open(
                0,
                new Site(
                        new Lookout(credentials, lists, new RunLists(lists), time.clock(), waiting),
                        runs,
                        time.clock(),
                        List.of("a notice")));
        this.browser = new Browser(server.address());
    }

    Simulators simulators() {
        return simulators;
    }

    Runs runs() {
        return runs;
    }

    Browser browser() {
        return browser;
    }

    PageServer server() {
        return server;
    }

    int port() {
        return URI.create(server.address()).getPort();
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.close();
        runs.close();
        simulators.close();
    }
}
