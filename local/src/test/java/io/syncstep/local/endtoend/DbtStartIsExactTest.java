package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.DBT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.lambda.Functions;
import io.syncstep.local.simulator.dbt.JobEnd;
import io.syncstep.local.simulator.dbt.JobScript;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Where;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dbt Cloud job is started once, and the cause tells which of its runs is ours. */
class DbtStartIsExactTest {

    private static final String START = "/api/v2/accounts/*/jobs/*/run/";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void theCauseNamesTheExecution() {
        stage.run(DBT).result();

        assertThat(stage.dbt().causes(77).getFirst()).startsWith("Syncstep execution arn:aws:states:");
    }

    @ParameterizedTest
    @ValueSource(longs = {9000007, 9000008, 9000009, 9000010, 9000011, 9000429, 9000502, 9000503, 9000504})
    void whateverHappensOnTheWayAHealthyRunIsOneRunThatSucceeds(long jobId) {
        JsonNode result =
                stage.run("{\"provider\":\"dbt\",\"jobId\":" + jobId + "}").result();

        assertThat(stage.dbt().startedRunIds(jobId))
                .containsExactly(result.path("runId").textValue());
    }

    @Test
    void aRunOfSomebodyElseIsNotTakenForTheLostOne() {
        stage.dbt().faults().plan(Where.first("POST", START), Fault.before(new Damage.Drop()));
        stage.dbt().addRun(77, stage.time().clock().instant().plusSeconds(2), JobScript.ending(JobEnd.SUCCESS));

        stage.run(DBT).failedWith("TriggerUnconfirmed");

        assertThat(stage.dbt().requests("POST", "/jobs/77/run/")).hasSize(1);
    }

    @Test
    void a5xxBehindWhichNothingShowsIsAProviderErrorAfterAMinute() {
        stage.dbt().faults().plan(Where.every("POST", START), Fault.before(Damage.status(500)));

        Ended ended = stage.run(DBT);

        ended.failedWith("ProviderError");
        assertThat(stage.dbt().requests("POST", "/jobs/77/run/")).hasSize(1);
        assertThat(ended.execution().waitedSeconds()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void anAnswerThatThePlatformLostIsLookedUpByTheCause() {
        AtomicBoolean lost = new AtomicBoolean();
        stage.platform(losing("TriggerSync", lost));

        JsonNode result = stage.run(DBT).result();

        assertThat(lost).isTrue();
        assertThat(stage.dbt().startedRunIds(77))
                .containsExactly(result.path("runId").textValue());
    }

    private static UnaryOperator<Functions> losing(String function, AtomicBoolean lost) {
        return real -> (name, payload) -> {
            FunctionAnswer answer = real.invoke(name, payload);
            return name.contains(function) && lost.compareAndSet(false, true) ? new FunctionAnswer.Lost() : answer;
        };
    }
}
