package io.syncstep.local.engine;

import java.util.List;

/** A JavaScript runtime with the interpreter loaded. Not for several threads at once. */
interface JavaScript extends AutoCloseable {

    /**
     * Hands a message to the script and lets it run until it has nothing left to do.
     *
     * @return the messages that the script sent meanwhile, in order
     */
    List<String> deliver(String message);

    @Override
    void close();
}
