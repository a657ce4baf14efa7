package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Extraction logs and loads, and the budget they share with the extraction list. */
class StitchLogsAndLoadsTest extends CallsToStitch {

    private static final String LIST = "/v4/116078/extractions";

    @Test
    void logLiesOnAnotherHostAndEndsWithTheVerdict() throws Exception {
        HttpResponse<String> redirect = caller.get(LIST + "/" + finished(9000002));

        URI log = URI.create(redirect.headers().firstValue("Location").orElseThrow());
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(log.getPort()).isNotEqualTo(simulators.stitch().getPort());
        assertThat(caller.send(HttpRequest.newBuilder(log).build()).body())
                .endsWith(
                        "main - INFO Exit status is: Discovery succeeded. Tap succeeded. Target failed with code 1 and"
                                + " error message: \"Error persisting data to Stitch: 400:"
                                + " {'error': 'Record 0 did not conform'}\".\n");
    }

    @Test
    void logStorageRefusesWhoeverBringsTheToken() throws Exception {
        HttpResponse<String> redirect = caller.get(LIST + "/" + finished(42));
        URI log = URI.create(redirect.headers().firstValue("Location").orElseThrow());

        HttpResponse<String> withToken = caller.send(HttpRequest.newBuilder(log)
                .header("Authorization", "Bearer a-token")
                .build());

        assertThat(withToken.statusCode()).isEqualTo(400);
        assertThat(stitch.logRequests().getLast().authorization()).isEqualTo("Bearer a-token");
    }

    private String finished(long sourceId) throws Exception {
        String job = start(sourceId);
        clock.advance(Duration.ofMinutes(5));
        return job;
    }

    @Test
    void logOfAnUnknownJobIsNotFound() throws Exception {
        assertThat(caller.get(LIST + "/116078.42.sync.none").statusCode()).isEqualTo(404);
    }

    @Test
    void loadsTellTheLatestPerStreamOnceExtracted() throws Exception {
        finished(42);

        assertThat(caller.json("/v4/116078/loads").get("data"))
                .filteredOn(load -> load.get("source_name").asText().equals("source_42"))
                .hasSize(2)
                .allMatch(load -> load.get("error_state").isNull())
                .allMatch(load -> load.get("last_batch_loaded_at").asText().equals("2026-11-22T08:00:24Z"));
    }

    @Test
    void failedLoadHasAnErrorAndNoTime() throws Exception {
        finished(9000013);

        assertThat(caller.json("/v4/116078/loads").get("data"))
                .filteredOn(load -> load.get("source_name").asText().equals("source_9000013"))
                .hasSize(2)
                .allMatch(load -> load.get("last_batch_loaded_at").isNull())
                .allMatch(load -> load.at("/error_state/notification_data/warehouse_message")
                        .isTextual());
    }

    @Test
    void requestsAgainstTheSharedBudgetAreCounted() throws Exception {
        for (int i = 0; i < 4; i++) {
            caller.get(LIST);
            caller.get("/v4/116078/loads");
            caller.get("/v4/sources");
            clock.advance(Duration.ofMinutes(4));
        }

        assertThat(stitch.busiestTenMinutes()).isEqualTo(6);
    }
}
