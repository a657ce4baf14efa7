package io.syncstep.sync;

import java.time.Instant;

/**
 * The execution of the state machine on whose behalf a function runs.
 *
 * @param redrives how often it has been redriven by now, where the state machine tells that
 */
public record Execution(String id, String name, Instant startedAt, int redrives) {

    /** One that was not redriven. */
    public Execution(String id, String name, Instant startedAt) {
        this(id, name, startedAt, 0);
    }
}
