package io.syncstep.local.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.syncstep.handlers.Wiring;
import io.syncstep.http.Limits;
import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.Engine;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.engine.Services;
import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.events.Bus;
import io.syncstep.local.events.Published;
import io.syncstep.local.lambda.Functions;
import io.syncstep.local.lambda.LocalFunctions;
import io.syncstep.local.lambda.LocalServices;
import io.syncstep.local.lambda.TaskTokens;
import io.syncstep.local.schemas.Schemas;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.local.simulator.dbt.DbtSimulator;
import io.syncstep.local.simulator.hightouch.HightouchSimulator;
import io.syncstep.local.simulator.stitch.StitchSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Everything a sync needs, on this machine and in virtual time: the repository's own definition, the real handlers behind
 * AWS's runtime classes, and the simulated providers over real HTTP.
 */
public final class Stage implements AutoCloseable {

    static final ObjectMapper JSON = JsonMapper.builder().build();
    public static final String API_KEY = "ht-key-4711";
    public static final String ACCESS_TOKEN = "stitch-token-0815";
    public static final String SERVICE_TOKEN = "dbt-token-0042";

    /** One for each thread: an engine is not for several at once. */
    private static final ThreadLocal<Engine> ENGINES = ThreadLocal.withInitial(Engine::new);

    private static final Definition DEFINITION = Definition.parse(read("../statemachine/sync.asl.json"));

    private final VirtualTime time;
    private final Limits limits;
    private final Simulators simulators;
    private final StoredCredentials credentials = new StoredCredentials();
    private final TaskTokens tokens = new TaskTokens();
    private UnaryOperator<Functions> platform = UnaryOperator.identity();
    private Bus bus = Bus.FORGETFUL;
    private final List<Published> published = new CopyOnWriteArrayList<>();

    Stage() {
        this(new VirtualTime(), Limits.USUAL);
    }

    /** A stage whose time begins at this instant, and whose functions wait no longer than this for a provider. */
    public Stage(Instant start, Limits limits) {
        this(new VirtualTime(start), limits);
    }

    private Stage(VirtualTime time, Limits limits) {
        this.time = time;
        this.limits = limits;
        this.simulators = Simulators.start(time.clock());
        credentials.store("hightouch/default", hightouchCredential(API_KEY));
        credentials.store("stitch/default", stitchCredential(ACCESS_TOKEN));
        credentials.store("dbt/default", dbtCredential(SERVICE_TOKEN));
    }

    public static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String hightouchCredential(String apiKey) {
        return """
                {"apiKey":"%s","workspaceSlug":"acme","baseUrl":"%s"}""".formatted(apiKey, simulators.hightouch());
    }

    public String stitchCredential(String accessToken) {
        return """
                {"accessToken":"%s","baseUrl":"%s"}""".formatted(accessToken, simulators.stitch());
    }

    public String dbtCredential(String serviceToken) {
        return """
                {"serviceToken":"%s","accountId":4711,"baseUrl":"%s"}""".formatted(serviceToken, simulators.dbt());
    }

    /** Stores a credential, such as that of {@code hightouch/acme}. */
    public Stage store(String account, String credential) {
        credentials.store(account, credential);
        return this;
    }

    /** Stores a credential that every function reads at once, as if its cache had just run out. */
    public Stage storeAndExpire(String account, String credential) {
        credentials.expire();
        return store(account, credential);
    }

    Stage forget(String account) {
        credentials.forget(account);
        return this;
    }

    /** What the platform does to calls of functions on their way. */
    public Stage platform(UnaryOperator<Functions> faults) {
        platform = faults;
        return this;
    }

    public HightouchSimulator hightouch() {
        return simulators.hightouchSimulator();
    }

    public StitchSimulator stitch() {
        return simulators.stitchSimulator();
    }

    public DbtSimulator dbt() {
        return simulators.dbtSimulator();
    }

    public VirtualTime time() {
        return time;
    }

    Ended run(String request) {
        return run(request, Listener.NONE);
    }

    Ended run(String request, Listener listener) {
        return new Ended(execute(request, listener));
    }

    /** What the handlers take from the world around them. */
    Wiring wiring() {
        return new Wiring(time.clock(), credentials.cache(), limits);
    }

    /** The functions as the state machine reaches them, new containers all of them. */
    public Functions functions() {
        return platform.apply(new LocalFunctions(wiring(), tokens));
    }

    /** Runs a request to its end. */
    public Execution execute(String request, Listener listener) {
        try {
            return ENGINES.get().run(DEFINITION, JSON.readTree(request), services(), time, listener);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Loading one takes longer than most runs. */
    static Engine engine() {
        return ENGINES.get();
    }

    /** What the state machines call. */
    Services services() {
        return LocalServices.of(functions(), tokens, this::put, Map.of("${SyncStateMachine}", DEFINITION));
    }

    private Bus.Receipt put(Published event) {
        Bus.Receipt receipt = bus.put(event);
        if (receipt instanceof Bus.Receipt.Taken) {
            Schemas.check(event);
            published.add(event);
        }
        return receipt;
    }

    /** What the bus does with events, other than taking them. */
    Stage bus(Bus other) {
        bus = other;
        return this;
    }

    /** The events that the bus has taken, in order. Each was held against its schema. */
    List<Published> published() {
        return published;
    }

    @Override
    public void close() {
        simulators.close();
    }
}
