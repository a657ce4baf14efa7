package io.syncstep.local.lambda;

import io.syncstep.handlers.TriggerSync;

/** {@link TriggerSync} with the wiring that {@link LocalFunctions} was given. */
public final class LocalTriggerSync extends TriggerSync {

    /** For AWS's loader, while {@link GivenWiring} calls it. */
    public LocalTriggerSync() {
        super(GivenWiring.get());
    }
}
