package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.simulator.dbt.JobEnd;
import io.syncstep.local.simulator.dbt.JobScript;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Where;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 9.11 of the contract, for dbt Cloud: at the limit our run is stopped, by its id and by nothing else. */
class DbtStopTest {

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void atTheLimitOurRunIsStoppedByItsId() {
        Ended ended = stage.run("""
                {"provider":"dbt","jobId":9000006,"timeoutSeconds":60}""");

        ended.failedWith("SyncTimedOut");
        assertThat(ended.message()).contains("was stopped in dbt Cloud");
        assertThat(stage.dbt().requests("POST", "/runs/*/cancel/")).hasSize(1);
    }

    @Test
    void aStopWhoseAnswerIsLostIsSentOnceMore() {
        Ended ended = stage.run("""
                {"provider":"dbt","jobId":9000012,"timeoutSeconds":60}""");

        ended.failedWith("SyncTimedOut");
        assertThat(ended.message()).contains("was stopped in dbt Cloud");
        assertThat(stage.dbt().requests("POST", "/runs/*/cancel/")).hasSize(2);
    }

    @Test
    void aStopThatFailsTwiceIsToldInTheCause() {
        stage.dbt()
                .faults()
                .plan(Where.every("POST", "/api/v2/accounts/*/runs/*/cancel/"), Fault.before(Damage.status(503)));

        Ended ended = stage.run("""
                {"provider":"dbt","jobId":9000006,"timeoutSeconds":60}""");

        ended.failedWith("SyncTimedOut");
        assertThat(ended.message()).contains("not stopped: 503 Service Unavailable");
        assertThat(stage.dbt().requests("POST", "/runs/*/cancel/")).hasSize(2);
    }

    /** The call can stop nothing but our run, so that no look has to come before it. */
    @Test
    void aRunThatCanNoLongerBeReadIsStoppedAllTheSame() {
        stage.dbt().faults().plan(Where.every("GET", "/api/v2/accounts/*/runs/*/"), Fault.before(Damage.status(502)));

        Ended ended = stage.run("""
                {"provider":"dbt","jobId":9000006,"timeoutSeconds":60}""");

        ended.failedWith("SyncTimedOut");
        assertThat(ended.message()).contains("was stopped in dbt Cloud", "502 Bad Gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"stopOnTimeout\":false", "\"ifRunning\":\"attach\""})
    void whatIsNotToBeStoppedIsNot(String field) {
        stage.dbt().addRun(9000006, stage.time().clock().instant().minusSeconds(60), endless());

        stage.run("{\"provider\":\"dbt\",\"jobId\":9000006,\"timeoutSeconds\":60," + field + "}")
                .failedWith("SyncTimedOut");

        assertThat(stage.dbt().requests("POST", "/runs/*/cancel/")).isEmpty();
    }

    private static JobScript endless() {
        return JobScript.endingAfter(JobEnd.SUCCESS, Duration.ofHours(2)).endless();
    }
}
