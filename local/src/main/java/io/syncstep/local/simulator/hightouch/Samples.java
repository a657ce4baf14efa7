package io.syncstep.local.simulator.hightouch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What ran in the workspace before the simulation began, so that an overview has something to show. */
final class Samples {

    private Samples() {}

    static void addTo(RunHistory history, Instant now) {
        for (int hours = 10; hours > 0; hours--) {
            history.add("1234567", now.minus(Duration.ofHours(hours)), usual(hours));
        }
        history.add("1234568", now.minus(Duration.ofHours(5)), warning());
        history.add("1234571", now.minus(Duration.ofMinutes(40)), usual(2));
        history.add(
                "1234570",
                now.minus(Duration.ofDays(9)),
                RunScript.ending("failed").withError("Destination deleted"));
    }

    /** A run like those that are to come, some seconds longer. */
    private static RunScript usual(int hours) {
        return RunScript.ending("success")
                .with(List.of(Step.of("querying", 5), Step.of("processing", 13 + hours % 3), Step.of("reporting", 5)));
    }

    private static RunScript warning() {
        return RunScript.ending("warning").withRows(new Rows(120, 14, 0), new Rows(3, 0, 0));
    }
}
