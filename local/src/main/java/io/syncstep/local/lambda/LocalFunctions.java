package io.syncstep.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.handlers.AdvancePipeline;
import io.syncstep.handlers.Wiring;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The functions of this repository, in this process. Each handler is created at its first call and kept, as Lambda does. */
public final class LocalFunctions implements Functions {

    /** Which class the template puts behind each substitution of the definition, in its local edition. */
    private static final Map<String, Class<? extends RequestStreamHandler>> HANDLERS = Map.of(
            "${TriggerSync}", LocalTriggerSync.class,
            "${CheckSync}", LocalCheckSync.class,
            "${StopSync}", LocalStopSync.class,
            "${AdvancePipeline}", AdvancePipeline.class,
            "${FailPipeline}", LocalFailPipeline.class);

    private final Map<String, LambdaRequestHandler> loaded = new ConcurrentHashMap<>();
    private final Map<String, Class<? extends RequestStreamHandler>> classes;
    private final Wiring wiring;
    private final TaskTokens tokens;

    public LocalFunctions(Wiring wiring) {
        this(HANDLERS, wiring);
    }

    /** Functions that answer Tasks, too. */
    public LocalFunctions(Wiring wiring, TaskTokens tokens) {
        this(HANDLERS, wiring, tokens);
    }

    /**
     * Other handlers than this repository's.
     *
     * @param classes by the name that the definition calls them, each with a public constructor without parameters
     */
    public LocalFunctions(Map<String, Class<? extends RequestStreamHandler>> classes, Wiring wiring) {
        this(classes, wiring, new TaskTokens());
    }

    private LocalFunctions(
            Map<String, Class<? extends RequestStreamHandler>> classes, Wiring wiring, TaskTokens tokens) {
        this.classes = Map.copyOf(classes);
        this.wiring = wiring;
        this.tokens = tokens;
    }

    @Override
    public FunctionAnswer invoke(String name, JsonNode payload) {
        var type = classes.get(name);
        if (type == null) {
            return new FunctionAnswer.Refused(
                    "Lambda.ResourceNotFoundException",
                    "Function not found: %s. There are %s".formatted(name, names()));
        }
        return Invocation.of(handler(name, type), name, payload);
    }

    private LambdaRequestHandler handler(String name, Class<?> type) {
        return loaded.computeIfAbsent(name, unloaded -> GivenWiring.load(type, wiring, tokens));
    }

    private String names() {
        return classes.keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
