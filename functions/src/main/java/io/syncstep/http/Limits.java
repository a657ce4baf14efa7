package io.syncstep.http;

import java.time.Duration;

/**
 * How long calls may take, by the machine's own clock.
 *
 * @param read a call that reads
 * @param write a call that changes something
 * @param together all calls of one function
 */
public record Limits(Duration read, Duration write, Duration together) {

    /** 9 s for a read, 20 s for a write, 20 s together: two reads or one write fit into a function. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(9), Duration.ofSeconds(20), Duration.ofSeconds(20));
}
