package io.syncstep.local.page;

import io.syncstep.local.words.Progress;
import io.syncstep.local.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run that was started here stands.
 *
 * @param name of its execution
 * @param elapsed since its start, and to its end if it has one
 * @param state of the state machine
 * @param left of the wait that it is in, or null where it is in none
 * @param runId at the provider, or null where it is not known yet
 * @param steps the latest, in their order
 * @param forgotten how many there were before them
 * @param end null as long as it is followed
 */
record Look(
        String name,
        Order order,
        Instant startedAt,
        Duration elapsed,
        String state,
        @Nullable Duration left,
        Progress progress,
        int checks,
        @Nullable String runId,
        List<Step> steps,
        int forgotten,
        @Nullable End end) {

    String path() {
        return new Place.OneRun(name).path();
    }

    String nowPath() {
        return new Place.RunNow(name).path();
    }

    String clock() {
        return Words.clock(elapsed);
    }

    /** {@code Hightouch is asked next in 1 min 11 s.}; empty where it does not wait. */
    String next() {
        return left == null || left.isNegative() || end != null
                ? ""
                : "%s is asked next in %s.".formatted(order.provider(), Words.duration(left.plusMillis(999)));
    }

    /** {@code Hightouch says: processing, after 3 checks.} */
    String told() {
        var words = progress.words().map(what -> order.provider() + " says: " + what);
        return words.map(what -> what + ", after " + Words.checks(checks) + ".")
                .orElse(order.provider() + " has not told anything yet.");
    }
}
