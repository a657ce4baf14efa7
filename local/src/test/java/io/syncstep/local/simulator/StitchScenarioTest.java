package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each special source id does what its description says. */
class StitchScenarioTest {

    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final Simulators simulators = Simulators.start(clock);

    @AutoClose
    private final Caller stitch = new Caller(simulators.stitch());

    private JsonNode extraction(long sourceId, Duration later) throws Exception {
        clock.advance(later);
        JsonNode records = stitch.json("/v4/116078/extractions").get("data");
        return StreamSupport.stream(records.spliterator(), false)
                .filter(record -> record.get("source_id").asLong() == sourceId)
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private int start(long sourceId) throws Exception {
        return stitch.post("/v4/sources/" + sourceId + "/sync").statusCode();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "9000001, 0, 1, 0",
                "9000002, 0, 0, 1",
                "9000003, 1, null, null",
                "9000004, null, null, null",
                "9000005, 0, -9, 0",
                "9000010, null, 0, 0",
                "9000011, 0, 0, 0"
            })
    void sourceEndsAsDescribed(long sourceId, Integer discovery, Integer tap, Integer target) throws Exception {
        start(sourceId);

        JsonNode record = extraction(sourceId, Duration.ofHours(20));

        assertThat(record.get("completion_time").isTextual()).isTrue();
        assertThat(record.get("discovery_exit_status").asText()).isEqualTo(String.valueOf(discovery));
        assertThat(record.get("tap_exit_status").asText()).isEqualTo(String.valueOf(tap));
        assertThat(record.get("target_exit_status").asText()).isEqualTo(String.valueOf(target));
    }

    @Test
    void endlessSourceIsNeverListed() throws Exception {
        start(9000006);

        assertThat(extraction(9000006, Duration.ofHours(23)).isMissingNode()).isTrue();
    }

    @Test
    void busySourceIsAlreadyRunningUntilTheOtherIsDone() throws Exception {
        assertThat(stitch.post("/v4/sources/9000007/sync").body()).contains("already_running");
        assertThat(extraction(9000007, Duration.ofSeconds(91)).isMissingNode()).isFalse();
        assertThat(stitch.post("/v4/sources/9000007/sync").body()).contains("job_name");
    }

    @ParameterizedTest
    @CsvSource({
        "9000008, Discovery succeeded. Tap succeeded. Target succeeded.",
        "9000012, Discovery succeeded. Tap succeeded. Target failed with code 1"
    })
    void supersededExtractionIsToldByItsLogOnly(long sourceId, String verdict) throws Exception {
        String job = Caller.json(stitch.post("/v4/sources/" + sourceId + "/sync"))
                .get("job_name")
                .asText();

        for (int second = 0; second < 60; second++) {
            assertThat(extraction(sourceId, Duration.ofSeconds(1))
                            .path("job_name")
                            .asText())
                    .isNotEqualTo(job);
        }
        assertThat(extraction(sourceId, Duration.ZERO).get("tap_exit_status").asInt(-1))
                .isZero();
        assertThat(log(job)).contains("Exit status is: " + verdict);
    }

    private String log(String job) throws Exception {
        String location = stitch.get("/v4/116078/extractions/" + job)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return stitch.send(HttpRequest.newBuilder(URI.create(location)).build()).body();
    }

    @Test
    void supersededExtractionCanBeWithoutALog() throws Exception {
        String job = Caller.json(stitch.post("/v4/sources/9000009/sync"))
                .get("job_name")
                .asText();
        clock.advance(Duration.ofMinutes(5));

        assertThat(stitch.get("/v4/116078/extractions/" + job).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"9000400, 400", "9000401, 401", "9000404, 404", "9000500, 500"})
    void refusingSourceRefusesEveryCall(long sourceId, int status) throws Exception {
        assertThat(start(sourceId)).isEqualTo(status);
        assertThat(stitch.get("/v4/sources/" + sourceId).statusCode()).isEqualTo(status);
        assertThat(stitch.delete("/v4/sources/" + sourceId + "/sync").statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"9000429, 429, 0", "9000503, 503, 0", "9000502, 502, 1"})
    void onlyTheFirstStartStumbles(long id, int status, int started) throws Exception {
        assertThat(start(id)).isEqualTo(status);
        assertThat(simulators.stitchSimulator().jobNames(id)).hasSize(started);

        assertThat(start(id)).isEqualTo(200);
    }

    @Test
    void lostAnswerLeavesAnExtractionBehind() {
        assertThatThrownBy(() -> start(9000504)).isInstanceOf(IOException.class);

        assertThat(simulators.stitchSimulator().jobNames(9000504)).hasSize(1);
    }
}
