package io.syncstep.benchmarks.price;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a run is checked.
 *
 * @param seconds between two checks; 0 for Syncstep's own plan
 * @param pastRuns those that the provider can tell of
 */
record Pace(String name, int seconds, int pastRuns) {

    static final Pace EVERY_THREE = every(3, " (Airflow, Dagster)");

    static final List<Pace> ALL = List.of(
            new Pace("Syncstep, 10 past runs", 0, 10),
            new Pace("Syncstep, none", 0, 0),
            EVERY_THREE,
            every(10, " (Prefect)"),
            every(30, ""),
            every(60, ""));

    private static Pace every(int seconds, String whose) {
        return new Pace("the same machine, every " + seconds + " s" + whose, seconds, 0);
    }

    ObjectNode request(String syncId) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("provider", "hightouch")
                .put("syncId", Long.parseLong(syncId))
                .put("timeoutSeconds", 7200);
        return seconds == 0 ? request : request.put("minWaitSeconds", seconds).put("maxWaitSeconds", seconds);
    }

    /** A fixed pace always does the same; Syncstep's depends on the past and on chance. */
    IntStream executions(int ofSyncstep) {
        return IntStream.range(0, seconds == 0 ? ofSyncstep : 1);
    }
}
