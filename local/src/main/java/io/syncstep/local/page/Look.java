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
 * @param runId at the provider, or null where it is not known yet
 * @param end null as long as it is followed
 */
record Look(
        String name,
        Order order,
        Instant startedAt,
        Duration elapsed,
        String state,
        Progress progress,
        int checks,
        @Nullable String runId,
        List<Step> steps,
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

    /** {@code Hightouch says: processing, after 3 checks.} */
    String told() {
        var words = progress.words().map(what -> order.provider() + " says: " + what);
        return words.map(what -> what + ", after " + Words.checks(checks) + ".")
                .orElse(order.provider() + " has not told anything yet.");
    }
}
