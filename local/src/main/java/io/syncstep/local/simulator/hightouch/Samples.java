package io.syncstep.local.simulator.hightouch;

import java.time.Duration;
import java.time.Instant;

/** What ran in the workspace before the simulation began, so that an overview has something to show. */
final class Samples {

    private Samples() {}

    static void addTo(RunHistory history, Instant now) {
        history.add("1234567", now.minus(Duration.ofHours(1)), RunScript.ending("success"));
        history.add("1234568", now.minus(Duration.ofHours(5)), warning());
        history.add(
                "1234570",
                now.minus(Duration.ofDays(9)),
                RunScript.ending("failed").withError("Destination deleted"));
    }

    private static RunScript warning() {
        return RunScript.ending("warning").withRows(new Rows(120, 14, 0), new Rows(3, 0, 0));
    }
}
