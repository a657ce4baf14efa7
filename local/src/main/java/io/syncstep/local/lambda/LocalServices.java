package io.syncstep.local.lambda;

import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.Services;
import io.syncstep.local.events.Bus;
import io.syncstep.local.events.PutEvents;
import java.util.Map;

/** Everything that the state machines of this repository call, on this machine. */
public final class LocalServices {

    private LocalServices() {}

    /**
     * With these functions and this bus.
     *
     * @param machines those that another may start, by the name that its definition calls them
     */
    public static Services of(Functions functions, TaskTokens tokens, Bus bus, Map<String, Definition> machines) {
        return new Services(
                Map.of(
                        LambdaInvoke.RESOURCE, new LambdaInvoke(functions),
                        LambdaCallback.RESOURCE, new LambdaCallback(functions, tokens),
                        PutEvents.RESOURCE, new PutEvents(bus)),
                machines);
    }
}
