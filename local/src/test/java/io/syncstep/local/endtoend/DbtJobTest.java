package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.DBT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.dbt.DbtScenario;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** dbt Cloud through the real definition: the rows of the contract that are about it. */
class DbtJobTest {

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void theLeastRequestSucceeds() {
        JsonNode result = stage.run("""
                {"provider":"dbt","jobId":43167}""").result();

        assertThat(result.path("status").asText()).isEqualTo("succeeded");
        assertThat(result.path("providerStatus").asText()).isEqualTo("Success");
        assertThat(result.path("taskId").textValue()).isEqualTo("43167");
        assertThat(result.path("runId").textValue())
                .isEqualTo(stage.dbt().runIds(43167).getLast());
        assertThat(result.path("url").textValue())
                .endsWith("/deploy/4711/projects/51798/runs/"
                        + result.path("runId").textValue() + "/");
        assertThat(result.path("durationSeconds").asLong()).isEqualTo(21);
        assertThat(result.has("rows")).isFalse();
        assertThat(stage.dbt().requests("POST", "/jobs/43167/run/")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9000001 | SyncFailed    | Database Error in model orders
            9000002 | SyncFailed    | Its last status: Error
            9000003 | SyncCancelled | was stopped in dbt Cloud
            9000200 | ProviderError | The job is paused
            9000400 | ProviderError | Please double check the provided data and try again. The job has no environment
            9000401 | Unauthorized  | Invalid token. Store a valid credential for dbt/default
            9000403 | ProviderError | You do not have permission to perform this action.
            9000404 | NotFound      | 404 Not Found
            9000500 | ProviderError | Something went wrong
            """)
    void everyFailureHasItsErrorAndItsWords(long jobId, String error, String words) {
        Ended ended = stage.run("{\"provider\":\"dbt\",\"jobId\":" + jobId + "}");

        ended.failedWith(error);
        assertThat(ended.message()).contains(words);
    }

    @Test
    void attachFollowsTheRunInProgress() {
        JsonNode result = stage.run("""
                {"provider":"dbt","jobId":9000007,"ifRunning":"attach"}""").result();

        assertThat(result.path("attached").asBoolean()).isTrue();
        assertThat(stage.dbt().startedRunIds(9000007)).isEmpty();
    }

    @Test
    void failDoesNotStartBesideARunInProgress() {
        JsonNode cause = stage.run("""
                {"provider":"dbt","jobId":9000007,"ifRunning":"fail"}""").failedWith("AlreadyRunning");

        assertThat(cause.path("runId").textValue())
                .isEqualTo(stage.dbt().runIds(9000007).getFirst());
        assertThat(stage.dbt().startedRunIds(9000007)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jobId\":0",
                "\"jobId\":\"77\"",
                "\"jobId\":1.0",
                "\"sourceId\":77",
                "\"jobId\":77,\"syncId\":1",
                "\"jobId\":77,\"fullResync\":false",
                "\"jobId\":77,\"onWarning\":\"fail\"",
                "\"jobId\":77,\"maxFailedRows\":1"
            })
    void anInvalidRequestCallsNobody(String fields) {
        stage.run("{\"provider\":\"dbt\"," + fields + "}").failedWith("InvalidRequest");

        assertThat(stage.dbt().requests()).isEmpty();
    }

    @Test
    void idsAbove2To53PassUnharmed() {
        stage.dbt().nextRunId(900_719_925_474_099_301L);

        JsonNode result = stage.run("""
                {"provider":"dbt","jobId":9007199254740993}""").result();

        assertThat(result.path("taskId").textValue()).isEqualTo("9007199254740993");
        assertThat(result.path("runId").textValue()).isEqualTo("900719925474099301");
    }

    @Test
    void anAccountIsAskedUnderItsOwnIdAndToken() {
        stage.dbt().acceptTokens("second-token");
        stage.store(
                "dbt/acme",
                "{\"serviceToken\":\"second-token\",\"accountId\":\"a/b\",\"baseUrl\":\""
                        + stage.dbt().uri() + "\"}");

        stage.run("""
                {"provider":"dbt","jobId":77,"account":"acme"}""").result();

        assertThat(stage.dbt().requests()).allMatch(call -> call.path().startsWith("/api/v2/accounts/a%2Fb/"));
    }

    @Test
    void aCredentialWithoutAnAccountIdIsNamed() {
        stage.store("dbt/default", "{\"serviceToken\":\"second-token\"}");

        Ended ended = stage.run(DBT);

        ended.failedWith("CredentialNotFound");
        assertThat(ended.message()).contains("accountId");
    }

    /** What an id of the simulator says of itself is what a user sees. */
    @ParameterizedTest
    @EnumSource(DbtScenario.class)
    void everyScenarioEndsWithinItsLimit(DbtScenario scenario) {
        Ended ended = stage.run("{\"provider\":\"dbt\",\"jobId\":" + scenario.jobId() + ",\"timeoutSeconds\":7200}");

        assertThat(stage.dbt().startedRunIds(scenario.jobId())).hasSizeLessThan(2);
        assertThat(ended.execution().historyEvents()).isLessThan(25_000);
    }
}
