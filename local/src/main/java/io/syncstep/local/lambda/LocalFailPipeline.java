package io.syncstep.local.lambda;

import io.syncstep.handlers.FailPipeline;

/** {@link FailPipeline} with the tokens that {@link LocalFunctions} was given. */
public final class LocalFailPipeline extends FailPipeline {

    /** For AWS's loader, while {@link GivenWiring} calls it. */
    public LocalFailPipeline() {
        super(GivenWiring.tokens());
    }
}
