package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.dbt.JobEnd;
import io.syncstep.local.simulator.dbt.JobScript;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated dbt Cloud answers as its documentation says. */
class DbtCallsTest {

    private static final String ACCOUNT = "/api/v2/accounts/4711";
    private static final String CAUSE = "{\"cause\":\"a test\"}";

    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final Simulators simulators = Simulators.start(clock);

    @AutoClose
    private final Caller dbt = new Caller(simulators.dbt()).withScheme("Token");

    private JsonNode start(long jobId) throws Exception {
        return Caller.json(dbt.post(ACCOUNT + "/jobs/" + jobId + "/run/", CAUSE))
                .path("data");
    }

    private JsonNode run(JsonNode started, Duration later) throws Exception {
        clock.advance(later);
        return dbt.json(ACCOUNT + "/runs/" + started.path("id").asLong() + "/").path("data");
    }

    @Test
    void aRunIsQueuedStartingRunningAndDone() throws Exception {
        JsonNode started = start(43167);

        assertThat(started.path("status").asInt()).isEqualTo(1);
        assertThat(started.path("href").asText()).contains("/deploy/4711/");
        assertThat(run(started, Duration.ofSeconds(6)).path("status_humanized").asText())
                .isEqualTo("Starting");
        assertThat(run(started, Duration.ofSeconds(6)).path("status").asInt()).isEqualTo(3);
        JsonNode over = run(started, Duration.ofSeconds(12));
        assertThat(over.path("status").asInt()).isEqualTo(10);
        assertThat(over.path("is_success").asBoolean()).isTrue();
        assertThat(over.path("duration").asText()).isEqualTo("00:00:24");
        assertThat(over.path("finished_at").asText())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00");
    }

    @Test
    void everyNumberIsAJobWhetherItRanOrNot() throws Exception {
        assertThat(dbt.json(ACCOUNT + "/jobs/43167/").path("data").path("name").asText())
                .isEqualTo("Nightly build");
        assertThat(dbt.json(ACCOUNT + "/jobs/78/").path("data").path("id").asLong())
                .isEqualTo(78);
        assertThat(dbt.get(ACCOUNT + "/jobs/orders/").statusCode()).isEqualTo(404);
    }

    @Test
    void aRunIsNotToBeSeenAtFirst() throws Exception {
        long id = start(77).path("id").asLong();

        assertThat(dbt.get(ACCOUNT + "/runs/" + id + "/").statusCode()).isEqualTo(404);
        assertThat(dbt.json(ACCOUNT + "/runs/?job_definition_id=77").path("data"))
                .isEmpty();
    }

    @Test
    void theCauseIsToldWhereItsTriggerIsAskedFor() throws Exception {
        start(77);
        clock.advance(Duration.ofMinutes(1));

        JsonNode without = dbt.json(ACCOUNT + "/runs/?job_definition_id=77").at("/data/0");
        JsonNode with = dbt.json(ACCOUNT + "/runs/?job_definition_id=77&include_related=%5B%22trigger%22%5D")
                .at("/data/0");

        assertThat(without.path("trigger").isNull()).isTrue();
        assertThat(with.at("/trigger/cause").asText()).isEqualTo("a test");
    }

    @Test
    void theNewestRunsComeFirstWhereThatWasAskedForAPageAtATime() throws Exception {
        for (int i = 0; i < 3; i++) {
            simulators
                    .dbtSimulator()
                    .addRun(77, clock.instant().minusSeconds(900 - i), JobScript.ending(JobEnd.SUCCESS));
        }

        JsonNode first = dbt.json(ACCOUNT + "/runs/?job_definition_id=77&order_by=-created_at&limit=2")
                .path("data");
        JsonNode second = dbt.json(ACCOUNT + "/runs/?job_definition_id=77&order_by=-created_at&limit=2&offset=2")
                .path("data");

        assertThat(first).hasSize(2);
        assertThat(first.at("/0/id").asLong()).isGreaterThan(first.at("/1/id").asLong());
        assertThat(second).hasSize(1);
        assertThat(second.at("/0/id").asLong()).isLessThan(first.at("/1/id").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "order_by=status", "job_definition_id=x", "offset=-1"})
    void aParameterThatCannotBeUsedIsInvalid(String query) throws Exception {
        assertThat(dbt.get(ACCOUNT + "/runs/?" + query).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"cause\":\"\"}", "not json"})
    void aStartWithoutACauseIsInvalid(String body) throws Exception {
        assertThat(dbt.post(ACCOUNT + "/jobs/77/run/", body).statusCode()).isEqualTo(400);
        assertThat(simulators.dbtSimulator().runIds(77)).isEmpty();
    }

    @Test
    void aCauseHasAtMost255Characters() throws Exception {
        assertThat(dbt.post(ACCOUNT + "/jobs/77/run/", "{\"cause\":\"" + "x".repeat(256) + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherSchemeIsUnauthorized() throws Exception {
        assertThat(dbt.withScheme("Bearer").get(ACCOUNT + "/runs/").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCancelledRunStaysCancelledAndTheNextOneStarts() throws Exception {
        JsonNode endless = start(9000006);
        JsonNode queued = start(9000006);
        assertThat(run(queued, Duration.ofMinutes(5)).path("status").asInt()).isEqualTo(1);

        JsonNode cancelled =
                Caller.json(dbt.post(ACCOUNT + "/runs/" + endless.path("id").asLong() + "/cancel/"));

        assertThat(cancelled.at("/data/status").asInt()).isEqualTo(30);
        assertThat(run(endless, Duration.ofHours(1)).path("is_cancelled").asBoolean())
                .isTrue();
        assertThat(run(queued, Duration.ZERO).path("status").asInt()).isEqualTo(3);
    }

    @Test
    void aRunThatHasEndedIsNotCancelled() throws Exception {
        JsonNode started = start(77);
        clock.advance(Duration.ofMinutes(1));

        assertThat(Caller.json(dbt.post(ACCOUNT + "/runs/" + started.path("id").asLong() + "/cancel/"))
                        .at("/data/status")
                        .asInt())
                .isEqualTo(10);
    }
}
