package io.syncstep.local.simulator.dbt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What ran in the account before the simulation began: past runs tell how long the next one may take. */
final class Samples {

    private Samples() {}

    static void addTo(JobHistory history, Instant now) {
        for (int hours = 20; hours > 0; hours -= 2) {
            history.add(43167, "scheduled", now.minus(Duration.ofHours(hours)), usual(hours));
        }
        history.add(
                43168,
                "scheduled",
                now.minus(Duration.ofDays(1)),
                DbtScenario.FAILS.behaviour().runs());
        history.add(43169, "on merge", now.minus(Duration.ofDays(3)), usual(1));
    }

    /** A run like those that are to come, some seconds longer. */
    private static JobScript usual(int hours) {
        return JobScript.ending(JobEnd.SUCCESS)
                .with(List.of(Step.of(2, "Starting", 4), Step.of(3, "Running", 17 + hours % 3)));
    }
}
