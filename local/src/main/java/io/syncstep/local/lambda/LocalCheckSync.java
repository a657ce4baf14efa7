package io.syncstep.local.lambda;

import io.syncstep.handlers.CheckSync;

/** {@link CheckSync} with the wiring that {@link LocalFunctions} was given. */
public final class LocalCheckSync extends CheckSync {

    /** For AWS's loader, while {@link GivenWiring} calls it. */
    public LocalCheckSync() {
        super(GivenWiring.get());
    }
}
