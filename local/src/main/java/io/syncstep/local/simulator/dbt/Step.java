package io.syncstep.local.simulator.dbt;

import java.time.Duration;

/** A status that a run has for a while: its number, and the word for it. */
public record Step(int status, String word, Duration lasts) {

    /** A step of whole seconds. */
    public static Step of(int status, String word, long seconds) {
        return new Step(status, word, Duration.ofSeconds(seconds));
    }
}
