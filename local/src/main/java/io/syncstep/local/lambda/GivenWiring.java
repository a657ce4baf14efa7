package io.syncstep.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import io.syncstep.handlers.Wiring;

/**
 * Hands a wiring to handlers that AWS's loader creates. The loader knows only constructors without parameters, so that the
 * wiring is bound to the thread while it creates one.
 */
final class GivenWiring {

    private static final ScopedValue<Wiring> WIRING = ScopedValue.newInstance();
    private static final ScopedValue<TaskTokens> TOKENS = ScopedValue.newInstance();

    private GivenWiring() {}

    /** The wiring for the handler that is being created. */
    static Wiring get() {
        return WIRING.get();
    }

    /** Where the handler that is being created answers Tasks. */
    static TaskTokens tokens() {
        return TOKENS.get();
    }

    static LambdaRequestHandler load(Class<?> handler, Wiring wiring, TaskTokens tokens) {
        return ScopedValue.where(WIRING, wiring)
                .where(TOKENS, tokens)
                .call(() -> EventHandlerLoader.loadEventHandler(new HandlerInfo(handler, null)));
    }
}
