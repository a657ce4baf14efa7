package io.syncstep.local.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.hightouch.HightouchSimulator;
import org.junit.jupiter.api.AutoClose;

/** A simulated Hightouch with a clock that stands until it is moved, and somebody who calls it. */
abstract class CallsToHightouch {

    final SettableClock clock = new SettableClock();

    @AutoClose
    final Simulators simulators = Simulators.start(clock);

    final HightouchSimulator hightouch = simulators.hightouchSimulator();

    @AutoClose
    final Caller caller = new Caller(simulators.hightouch());

    String trigger(String syncId) throws Exception {
        return Caller.json(caller.post("/syncs/" + syncId + "/trigger", "{}"))
                .get("id")
                .asText();
    }

    JsonNode run(String syncId, String runId) throws Exception {
        return caller.json("/syncs/" + syncId + "/runs?runId=" + runId)
                .get("data")
                .path(0);
    }
}
