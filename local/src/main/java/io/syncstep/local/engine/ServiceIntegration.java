package io.syncstep.local.engine;

/**
 * Does what a {@code Resource} of Task states stands for, as AWS documents it: shape of the result and names of errors
 * included. Called on a thread of its own, and for parallel branches on several at once.
 */
@FunctionalInterface
public interface ServiceIntegration {

    /** Answers one attempt. An exception is a defect of this program: it ends {@link Engine#run} and is no task error. */
    TaskAnswer call(TaskCall call);
}
