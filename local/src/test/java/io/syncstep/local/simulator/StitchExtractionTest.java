package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.syncstep.local.simulator.stitch.ExtractionScript;
import io.syncstep.local.simulator.stitch.Phase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The life of an extraction, as somebody sees it who asks again and again. */
class StitchExtractionTest extends CallsToStitch {

    private static final String LIST = "/v4/116078/extractions";

    private JsonNode record(long sourceId) throws Exception {
        return StreamSupport.stream(caller.json(LIST).get("data").spliterator(), false)
                .filter(record -> record.get("source_id").asLong() == sourceId)
                .reduce((_, _) -> {
                    throw new AssertionError("a source is listed twice");
                })
                .orElseGet(MissingNode::getInstance);
    }

    @Test
    void extractionIsListedWhenItIsComplete() throws Exception {
        String job = start(42);

        assertThat(record(42).isMissingNode()).isTrue();
        clock.advanceTo(23);
        assertThat(record(42).isMissingNode()).isTrue();
        clock.advanceTo(24);

        JsonNode record = record(42);
        assertThat(record.get("job_name").asText()).isEqualTo(job).startsWith("116078.42.sync.");
        assertThat(record.get("completion_time").asText()).isEqualTo("2026-11-22T08:00:24Z");
        assertThat(List.of("discovery_exit_status", "tap_exit_status", "target_exit_status"))
                .allMatch(field -> record.get(field).asInt(-1) == 0);
    }

    @Test
    void listKeepsTheLastExtractionUntilOursIsComplete() throws Exception {
        String earlier = stitch.addExtraction(42, clock.instant().minusSeconds(600), ExtractionScript.succeeding());
        start(42);

        clock.advanceTo(10);

        assertThat(record(42).get("job_name").asText()).isEqualTo(earlier);
    }

    @Test
    void runningExtractionIsListedWithNullsWhenAskedFor() throws Exception {
        stitch.showRunning(true);
        String job = start(42);

        clock.advanceTo(6);

        JsonNode record = record(42);
        assertThat(record.get("job_name").asText()).isEqualTo(job);
        assertThat(record.get("completion_time").isNull()).isTrue();
        assertThat(record.get("discovery_exit_status").asInt(-1)).isZero();
        assertThat(record.get("tap_exit_status").isNull()).isTrue();
    }

    @Test
    void secondStartIsAnsweredAlreadyRunningWith200AndStartsNothing() throws Exception {
        start(42);

        HttpResponse<String> second = caller.post("/v4/sources/42/sync");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(Caller.json(second).at("/error/type").asText()).isEqualTo("already_running");
        assertThat(Caller.json(second).has("job_name")).isFalse();
        assertThat(stitch.jobNames(42)).hasSize(1);
    }

    @Test
    void sourceCanBeStartedAgainAfterItsExtraction() throws Exception {
        String first = start(42);
        clock.advanceTo(24);

        assertThat(start(42)).startsWith("116078.42.sync.").isNotEqualTo(first);
    }

    @Test
    void stoppedExtractionIsCompleteWithoutAnyExitStatus() throws Exception {
        String job = start(42);
        clock.advanceTo(10);

        assertThat(caller.delete("/v4/sources/42/sync").body()).isEqualTo("{\"status\":200}");

        JsonNode record = record(42);
        assertThat(record.get("job_name").asText()).isEqualTo(job);
        assertThat(record.get("completion_time").asText()).isEqualTo("2026-11-22T08:00:10Z");
        assertThat(record.get("discovery_exit_status").isNull()).isTrue();
        assertThat(record.get("tap_exit_status").isNull()).isTrue();
        assertThat(record.get("tap_description").asText()).isEqualTo("Terminated");
    }

    @Test
    void descriptionIsCutAt1024Characters() throws Exception {
        var broken = ExtractionScript.of(Phase.succeeds(1), Phase.fails(1, 1, "x".repeat(5000)), Phase.leavesNothing());
        stitch.addExtraction(42, clock.instant().minusSeconds(60), broken);

        assertThat(record(42).get("tap_description").asText()).hasSize(1024);
    }

    @Test
    void extractionOlderThan60DaysIsNotListed() throws Exception {
        start(42);

        clock.advance(Duration.ofDays(61));

        assertThat(record(42).isMissingNode()).isTrue();
    }

    @Test
    void listIsPagedByAHundredAndLinksToTheNextPage() throws Exception {
        for (long source = 1; source <= 150; source++) {
            stitch.addExtraction(source, clock.instant().minusSeconds(600), ExtractionScript.succeeding());
        }

        JsonNode first = caller.json(LIST);
        JsonNode last = caller.json(first.at("/links/next").asText());

        assertThat(first.get("data")).hasSize(100);
        assertThat(last.get("page").asInt()).isEqualTo(2);
        assertThat(last.get("data")).hasSize(last.get("total").asInt() - 100);
        assertThat(last.get("links").has("next")).isFalse();
        assertThat(last.at("/links/previous").asText()).isEqualTo(LIST + "?page=1");
    }

    @Test
    void clientIdOfSomebodyElseIsRefusedLikeABadToken() throws Exception {
        assertThat(caller.get("/v4/7/extractions").statusCode()).isEqualTo(401);
        assertThat(caller.get("/v4/7/loads").statusCode()).isEqualTo(401);
    }
}
