package io.syncstep.local.simulator;

import io.syncstep.local.simulator.stitch.StitchSimulator;
import org.junit.jupiter.api.AutoClose;

/** A simulated Stitch with a clock that stands until it is moved, and somebody who calls it. */
abstract class CallsToStitch {

    final SettableClock clock = new SettableClock();

    @AutoClose
    final Simulators simulators = Simulators.start(clock);

    final StitchSimulator stitch = simulators.stitchSimulator();

    @AutoClose
    final Caller caller = new Caller(simulators.stitch());

    String start(long sourceId) throws Exception {
        return Caller.json(caller.post("/v4/sources/" + sourceId + "/sync"))
                .path("job_name")
                .asText();
    }
}
