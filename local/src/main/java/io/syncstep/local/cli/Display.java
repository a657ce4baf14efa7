package io.syncstep.local.cli;

import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import io.syncstep.sync.ProviderName;

/** Shows an execution. */
interface Display extends Listener, AutoCloseable {

    /** The provider will be played by a simulator. */
    void simulated(ProviderName provider);

    void ended(Execution execution);

    /** Leaves the terminal as it was found. */
    @Override
    void close();
}
