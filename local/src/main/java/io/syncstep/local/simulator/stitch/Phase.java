package io.syncstep.local.simulator.stitch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One of the three phases of an extraction.
 *
 * @param exit its exit status, 0 for success; null when the phase leaves none
 * @param description null where there is nothing to say
 */
public record Phase(
        Duration lasts, @Nullable Integer exit, @Nullable String description) {

    /** A phase that goes well. */
    public static Phase succeeds(long seconds) {
        return new Phase(Duration.ofSeconds(seconds), 0, null);
    }

    /** A phase that fails; real exit statuses are 1, -9, -15. */
    public static Phase fails(long seconds, int exit, String description) {
        return new Phase(Duration.ofSeconds(seconds), exit, description);
    }

    /** A phase without exit status: it was not reached, or its process was terminated. */
    public static Phase leavesNothing() {
        return new Phase(Duration.ZERO, null, null);
    }

    /** How the log puts it: {@code Tap failed with code 1 and error message: "…".}; empty without exit status. */
    String sentence(String name) {
        if (exit == null) {
            return "";
        }
        if (exit == 0) {
            return name + " succeeded. ";
        }
        String message = description == null ? "" : " and error message: \"" + description + "\"";
        return name + " failed with code " + exit + message + ". ";
    }
}
