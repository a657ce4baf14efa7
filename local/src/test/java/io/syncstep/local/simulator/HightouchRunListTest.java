package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.hightouch.RunOrder;
import io.syncstep.local.simulator.hightouch.RunScript;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the list of runs holds, and in which order. */
class HightouchRunListTest extends CallsToHightouch {

    private JsonNode runs(String syncId) throws Exception {
        return caller.json("/syncs/" + syncId + "/runs").get("data");
    }

    @Test
    void somebodyElsesRunsAreInTheListBeforeOurs() throws Exception {
        String past = hightouch.addRun("42", clock.instant().minusSeconds(3600), RunScript.ending("failed"));
        String current = hightouch.addRun(
                "42", clock.instant().minusSeconds(60), RunScript.succeedingAfter(Duration.ofMinutes(5)));

        assertThat(runs("42")).extracting(run -> run.get("id").asText()).containsExactly(past, current);
        assertThat(run("42", past).get("status").asText()).isEqualTo("failed");
        assertThat(run("42", current).get("status").asText()).isEqualTo("processing");
    }

    @Test
    void unknownRunGivesAnEmptyList() throws Exception {
        assertThat(caller.get("/syncs/42/runs?runId=99").body()).isEqualTo("{\"data\":[],\"hasMore\":false}");
    }

    @Test
    void orderOfTheListIsAscendingUnlessToldOtherwise() throws Exception {
        String older = hightouch.addRun("42", clock.instant().minusSeconds(7200), RunScript.ending("success"));
        String newer = hightouch.addRun("42", clock.instant().minusSeconds(3600), RunScript.ending("success"));

        assertThat(runs("42")).extracting(run -> run.get("id").asText()).containsExactly(older, newer);
        hightouch.listRuns(RunOrder.DESCENDING);
        assertThat(runs("42")).extracting(run -> run.get("id").asText()).containsExactly(newer, older);
        assertThat(caller.json("/syncs/42/runs?orderBy=createdAt")
                        .at("/data/0/id")
                        .asText())
                .isEqualTo(newer);
    }

    @Test
    void queuedRunIsMissingFromWhatIsSelectedByStart() throws Exception {
        hightouch.play("42", RunScript.ending("success").listedAfter(Duration.ZERO));
        trigger("42");

        assertThat(caller.json("/syncs/42/runs?after=2026-11-22T07:00:00Z").get("data"))
                .isEmpty();
        clock.advanceTo(4);
        assertThat(caller.json("/syncs/42/runs?after=2026-11-22T07:00:00Z").get("data"))
                .hasSize(1);
        assertThat(caller.json("/syncs/42/runs?within=5").get("data")).hasSize(1);
        assertThat(caller.json("/syncs/42/runs?before=2026-11-22T07:00:00Z").get("data"))
                .isEmpty();
    }

    @Test
    void longListIsPagedByAHundred() throws Exception {
        for (int i = 0; i < 103; i++) {
            hightouch.addRun("42", clock.instant().minusSeconds(100_000 - i * 100L), RunScript.ending("success"));
        }

        assertThat(caller.json("/syncs/42/runs").get("data")).hasSize(100);
        assertThat(caller.json("/syncs/42/runs").get("hasMore").asBoolean()).isTrue();
        assertThat(caller.json("/syncs/42/runs?offset=100").get("data")).hasSize(3);
        assertThat(caller.json("/syncs/42/runs?offset=100").get("hasMore").asBoolean())
                .isFalse();
        assertThat(caller.json("/syncs/42/runs?limit=5&offset=5").get("data")).hasSize(5);
    }
}
