package io.syncstep.local;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does by itself, but not for ever: a test that never ends tells nobody why. */
public final class Soon {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Soon() {}

    /**
     * Asks again and again.
     *
     * @param what is to come, for the message: {@code the run ends}
     */
    public static void that(String what, BooleanSupplier came) throws InterruptedException {
        var end = Instant.now().plus(LONGEST);
        while (!came.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("In " + LONGEST.toSeconds() + " s it did not come that " + what + ".");
            }
            Thread.sleep(PAUSE);
        }
    }
}
