package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A simulated sequence runs its syncs one after another. */
class HightouchSequenceTest extends CallsToHightouch {

    private static final String SEQUENCE = "5f0c6d8e-1111-4222-8333-000000000000";
    private static final String FAILING_SEQUENCE = "5f0c6d8e-1111-4222-8333-000009000001";

    @Test
    void sequenceRunsItsSyncsOneAfterAnother() throws Exception {
        String id = Caller.json(caller.post("/sync-sequences/" + SEQUENCE + "/trigger"))
                .get("id")
                .asText();

        assertThat(sequenceAt(0, id).get("status").asText()).isEqualTo("pending");
        assertThat(sequenceAt(10, id).get("status").asText()).isEqualTo("running");
        assertThat(sequenceAt(10, id).get("syncRuns")).hasSize(1);
        assertThat(sequenceAt(60, id).get("status").asText()).isEqualTo("done");
        assertThat(sequenceAt(60, id).get("syncRuns"))
                .allMatch(member -> member.get("status").asText().equals("success"))
                .extracting(member -> member.get("syncId").asText())
                .containsExactly("1234567", "1234568");
    }

    @Test
    void sequenceFailsWithItsMember() throws Exception {
        String id = Caller.json(caller.post("/sync-sequences/" + FAILING_SEQUENCE + "/trigger"))
                .get("id")
                .asText();

        assertThat(sequenceAt(60, id).get("status").asText()).isEqualTo("failed");
        assertThat(sequenceAt(60, id).at("/syncRuns/1/status").asText()).isEqualTo("failed");
    }

    @Test
    void doneSequenceCanHoldAWarning() throws Exception {
        hightouch.addSequence(SEQUENCE, "9000002", "42");
        String id = Caller.json(caller.post("/sync-sequences/" + SEQUENCE + "/trigger"))
                .get("id")
                .asText();

        assertThat(sequenceAt(60, id).get("status").asText()).isEqualTo("done");
        assertThat(sequenceAt(60, id).at("/syncRuns/0/status").asText()).isEqualTo("warning");
    }

    private JsonNode sequenceAt(long second, String id) throws Exception {
        clock.advanceTo(second);
        return caller.json("/sync-sequences/runs/" + id);
    }
}
