package io.syncstep.history;

/** Answers a Task that waits for its token to come back. */
public interface Callback {

    /**
     * Ends the Task with a result.
     *
     * @param output a JSON text of at most 262,144 bytes
     */
    void succeed(String token, String output);

    /**
     * Fails the Task.
     *
     * @param error at most 256 characters
     * @param cause at most 32,768 characters
     */
    void fail(String token, String error, String cause);
}
