package io.syncstep.local.engine;

/** The thread that ran an execution was interrupted. What the execution started goes on without it. */
public final class CancelledRun extends RuntimeException {

    CancelledRun(InterruptedException cause) {
        super("The execution was interrupted.", cause);
    }
}
