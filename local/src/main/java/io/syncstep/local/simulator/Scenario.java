package io.syncstep.local.simulator;

import io.syncstep.local.simulator.dbt.DbtScenario;
import io.syncstep.local.simulator.hightouch.HightouchScenario;
import io.syncstep.local.simulator.stitch.StitchScenario;
import java.util.List;
import java.util.stream.Stream;

/**
 * An id that misbehaves without any configuration, for whoever wants to see an outcome.
 *
 * @param provider {@code hightouch}, {@code stitch} or {@code dbt}
 * @param taskId the id of the sync, source or job
 * @param description one line: what such a task does
 */
public record Scenario(String provider, String taskId, String description) {

    /** All there are, Hightouch's first. */
    public static List<Scenario> all() {
        return Stream.of(
                        Stream.of(HightouchScenario.values())
                                .map(it -> new Scenario("hightouch", it.syncId(), it.description())),
                        Stream.of(StitchScenario.values())
                                .map(it -> new Scenario("stitch", Long.toString(it.sourceId()), it.description())),
                        Stream.of(DbtScenario.values())
                                .map(it -> new Scenario("dbt", Long.toString(it.jobId()), it.description())))
                .flatMap(scenarios -> scenarios)
                .toList();
    }
}
