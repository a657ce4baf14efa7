package io.syncstep.local.simulator.hightouch;

import java.time.Duration;

/** A status that a run has for a while. */
public record Step(String status, Duration lasts) {

    /** A step of whole seconds. */
    public static Step of(String status, long seconds) {
        return new Step(status, Duration.ofSeconds(seconds));
    }
}
