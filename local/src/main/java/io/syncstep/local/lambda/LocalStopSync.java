package io.syncstep.local.lambda;

import io.syncstep.handlers.StopSync;

/** {@link StopSync} with the wiring that {@link LocalFunctions} was given. */
public final class LocalStopSync extends StopSync {

    /** For AWS's loader, while {@link GivenWiring} calls it. */
    public LocalStopSync() {
        super(GivenWiring.get());
    }
}
