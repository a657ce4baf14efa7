package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.stitch.Source;
import org.junit.jupiter.api.Test;

/** What the sources of an account look like. */
class StitchSourcesTest extends CallsToStitch {

    @Test
    void listIsABareArrayWithDeletedAndPausedSources() throws Exception {
        JsonNode sources = caller.json("/v4/sources");

        assertThat(sources.isArray()).isTrue();
        assertThat(sources).anyMatch(source -> source.get("deleted_at").isTextual());
        assertThat(sources).anyMatch(source -> source.get("paused_at").isTextual());
        assertThat(sources).anyMatch(source -> source.get("system_paused_at").isTextual());
        assertThat(sources)
                .anyMatch(source ->
                        !source.at("/report_card/current_step_type").asText().equals("fully_configured"));
    }

    @Test
    void everySourceTellsTheClientId() throws Exception {
        assertThat(caller.json("/v4/sources/987654").get("stitch_client_id").asLong())
                .isEqualTo(116078);
        assertThat(caller.json("/v4/sources"))
                .allMatch(source -> source.get("stitch_client_id").asLong() == 116078);
    }

    @Test
    void deletedSourceCannotBeStarted() throws Exception {
        var response = caller.post("/v4/sources/120645/sync");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.json(response).at("/error/type").asText()).isEqualTo("invalid_source");
    }

    @Test
    void pausedSourceCanBeStarted() throws Exception {
        assertThat(Caller.json(caller.post("/v4/sources/120644/sync")).has("job_name"))
                .isTrue();
    }

    @Test
    void addedSourceIsListed() throws Exception {
        simulators.stitchSimulator().addSource(Source.plain(5, "crm", "CRM").paused(clock.instant()));

        assertThat(caller.json("/v4/sources"))
                .anyMatch(source -> source.get("display_name").asText().equals("CRM")
                        && source.get("paused_at").asText().equals("2026-11-22T08:00:00Z"));
    }
}
