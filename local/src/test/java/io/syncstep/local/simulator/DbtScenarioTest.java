package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each special job id does what its description says. */
class DbtScenarioTest {

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

    private int startCode(long jobId) throws Exception {
        return dbt.post(ACCOUNT + "/jobs/" + jobId + "/run/", CAUSE).statusCode();
    }

    private JsonNode run(JsonNode started, Duration later) throws Exception {
        clock.advance(later);
        return dbt.json(ACCOUNT + "/runs/" + started.path("id").asLong() + "/").path("data");
    }

    @ParameterizedTest
    @CsvSource({
        "9000001, 20",
        "9000002, 20",
        "9000003, 30",
        "9000004, 1",
        "9000006, 3",
        "9000008, 10",
        "9000010, 10",
        "9000011, 10",
        "9000012, 3"
    })
    void aJobEndsAsDescribed(long jobId, int status) throws Exception {
        assertThat(run(start(jobId), Duration.ofHours(20)).path("status").asInt())
                .isEqualTo(status);
    }

    @Test
    void unknownStatusIsPassedThrough() throws Exception {
        assertThat(run(start(9000008), Duration.ofSeconds(30)).path("status").asInt())
                .isEqualTo(7);
    }

    @Test
    void aMisleadingRunTellsTheOppositeBesideItsStatus() throws Exception {
        JsonNode started = start(9000010);

        assertThat(run(started, Duration.ofSeconds(10)).path("is_complete").asBoolean())
                .isTrue();
        assertThat(run(started, Duration.ofMinutes(1)).path("is_success").asBoolean())
                .isFalse();
    }

    @Test
    void aLateRunIs404For45Seconds() throws Exception {
        long id = start(9000009).path("id").asLong();
        clock.advance(Duration.ofSeconds(44));
        assertThat(dbt.get(ACCOUNT + "/runs/" + id + "/").statusCode()).isEqualTo(404);
        clock.advance(Duration.ofSeconds(1));
        assertThat(dbt.get(ACCOUNT + "/runs/" + id + "/").statusCode()).isEqualTo(200);
    }

    @Test
    void aBusyJobQueuesOurRun() throws Exception {
        assertThat(dbt.json(ACCOUNT + "/runs/?job_definition_id=9000007")
                        .at("/data/0/status")
                        .asInt())
                .isEqualTo(3);
        JsonNode ours = start(9000007);

        assertThat(run(ours, Duration.ofSeconds(60)).path("status").asInt()).isEqualTo(1);
        assertThat(run(ours, Duration.ofSeconds(60)).path("status").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"9000200, 200", "9000400, 400", "9000401, 401", "9000403, 403", "9000404, 404", "9000500, 500"})
    void aRefusingJobStartsNothing(long jobId, int status) throws Exception {
        assertThat(startCode(jobId)).isEqualTo(status);
        assertThat(simulators.dbtSimulator().runIds(jobId)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9000429, 429, 0", "9000503, 503, 0", "9000502, 502, 1"})
    void onlyTheFirstStartStumbles(long jobId, int status, int started) throws Exception {
        assertThat(startCode(jobId)).isEqualTo(status);
        assertThat(simulators.dbtSimulator().runIds(jobId)).hasSize(started);

        assertThat(startCode(jobId)).isEqualTo(200);
    }

    @Test
    void aLostAnswerLeavesARunBehind() {
        assertThatThrownBy(() -> start(9000504)).isInstanceOf(IOException.class);

        assertThat(simulators.dbtSimulator().runIds(9000504)).hasSize(1);
    }

    @Test
    void aLostStopHasStopped() throws Exception {
        JsonNode started = start(9000012);
        clock.advance(Duration.ofMinutes(1));
        String cancel = ACCOUNT + "/runs/" + started.path("id").asLong() + "/cancel/";

        assertThatThrownBy(() -> dbt.post(cancel)).isInstanceOf(IOException.class);
        assertThat(dbt.post(cancel).statusCode()).isEqualTo(200);
        assertThat(run(started, Duration.ZERO).path("status").asInt()).isEqualTo(30);
    }
}
