package io.syncstep.sync;

import java.time.Instant;

/** The execution of the state machine on whose behalf a function runs. */
public record Execution(String id, String name, Instant startedAt) {}
