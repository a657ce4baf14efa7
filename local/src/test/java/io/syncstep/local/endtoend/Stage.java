package io.syncstep.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.syncstep.credentials.CredentialStore;
import io.syncstep.handlers.Wiring;
import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.Engine;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.lambda.Functions;
import io.syncstep.local.lambda.LambdaInvoke;
import io.syncstep.local.lambda.LocalFunctions;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.local.simulator.hightouch.HightouchSimulator;
import io.syncstep.local.simulator.stitch.StitchSimulator;
import io.syncstep.sync.ProviderName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything a sync needs, on this machine and in virtual time: the repository's own definition, the real handlers behind
 * AWS's runtime classes, and the simulated providers over real HTTP.
 */
final class Stage implements AutoCloseable {

    static final ObjectMapper JSON = JsonMapper.builder().build();
    static final String API_KEY = "ht-key-4711";
    static final String ACCESS_TOKEN = "stitch-token-0815";

    private static final Engine ENGINE = new Engine();
    private static final Definition DEFINITION = Definition.parse(read("../statemachine/sync.asl.json"));

    private final VirtualTime time = new VirtualTime();
    private final Simulators simulators = Simulators.start(time.clock(), 0, 0);
    private final Map<String, String> credentials = new HashMap<>();
    private UnaryOperator<Functions> platform = UnaryOperator.identity();

    Stage() {
        credentials.put("hightouch/default", hightouchCredential(API_KEY));
        credentials.put("stitch/default", stitchCredential(ACCESS_TOKEN));
    }

    static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String hightouchCredential(String apiKey) {
        return """
                {"apiKey":"%s","workspaceSlug":"acme","baseUrl":"%s"}""".formatted(apiKey, simulators.hightouch());
    }

    String stitchCredential(String accessToken) {
        return """
                {"accessToken":"%s","baseUrl":"%s"}""".formatted(accessToken, simulators.stitch());
    }

    /** Stores a credential, such as that of {@code hightouch/acme}. */
    Stage store(String account, String credential) {
        credentials.put(account, credential);
        return this;
    }

    Stage forget(String account) {
        credentials.remove(account);
        return this;
    }

    /** What the platform does to calls of functions on their way. */
    Stage platform(UnaryOperator<Functions> faults) {
        platform = faults;
        return this;
    }

    HightouchSimulator hightouch() {
        return simulators.hightouchSimulator();
    }

    StitchSimulator stitch() {
        return simulators.stitchSimulator();
    }

    VirtualTime time() {
        return time;
    }

    Ended run(String request) {
        return run(request, Listener.NONE);
    }

    /** What the handlers take from the world around them. */
    Wiring wiring() {
        return new Wiring(time.clock(), new Store());
    }

    Ended run(String request, Listener listener) {
        Functions functions = platform.apply(new LocalFunctions(wiring()));
        try {
            JsonNode input = JSON.readTree(request);
            Execution execution;
            synchronized (ENGINE) {
                execution = ENGINE.run(
                        DEFINITION, input, Map.of(LambdaInvoke.RESOURCE, new LambdaInvoke(functions)), time, listener);
            }
            return new Ended(execution);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        simulators.close();
    }

    private final class Store implements CredentialStore {
        @Override
        public Optional<String> find(ProviderName provider, String account, Freshness freshness) {
            return Optional.ofNullable(credentials.get(provider.word() + "/" + account));
        }
    }
}
