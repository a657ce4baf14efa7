package io.syncstep.handlers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a rehearsal went.
 *
 * @param rounds those that began
 * @param failures what ended rounds before their end, or the whole, or was to be done before them
 */
record Played(int rounds, Duration took, List<Throwable> failures) {

    Played {
        failures = List.copyOf(failures);
    }

    /** For the log, as JSON. */
    String line() {
        return "{\"rehearsals\":" + rounds + ",\"millis\":" + took.toMillis() + ",\"failures\":" + failures.size()
                + "}";
    }

    /** What was absorbed, each failure once with all its causes; empty where nothing was. */
    Optional<String> trouble() {
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of("The rehearsal failed " + failures.size() + " times in or before its " + rounds
                        + " rounds, so that the first call may be slow: "
                        + failures.stream().map(Causes::of).distinct().collect(Collectors.joining("; ")));
    }
}
