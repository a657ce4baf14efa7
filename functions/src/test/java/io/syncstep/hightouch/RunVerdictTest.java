package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Facts;
import io.syncstep.sync.Look;
import io.syncstep.sync.Rows;
import io.syncstep.sync.Rows.Counts;
import io.syncstep.sync.Run;
import io.syncstep.sync.Verdict;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdict is on our own run, by its status alone; a word that nobody knows is no end. */
class RunVerdictTest {

    private static final Run OURS = Runs.started("1127166", "42", HightouchServer.NOW);

    @Test
    void theDocumentedRunSucceededWhateverItsCompletionRatio() {
        Look look = HightouchServer.look(
                OURS, Requests.hightouch(""), Response.json(200, Fixture.of("hightouch/runs.json")));

        assertThat(look)
                .isEqualTo(new Look.Ended(
                        OURS,
                        Verdict.SUCCEEDED,
                        new Facts(
                                "success",
                                0.54,
                                null,
                                Instant.parse("2026-11-22T08:00:02Z"),
                                Instant.parse("2026-11-22T08:01:03Z"),
                                new Rows(new Counts(773L, 0L, 0L), new Counts(773L, 0L, 0L), new Counts(0L, 0L, 0L)),
                                null,
                                null,
                                "https://app.hightouch.com/acme/syncs/1127166/runs/42")));
    }

    @ParameterizedTest
    @CsvSource({"success,SUCCEEDED", "warning,FAILED", "failed,FAILED", "cancelled,CANCELLED"})
    void theFinalStatusesEnd(String status, Verdict verdict) {
        assertThat(verdictOn("", status, "")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"queued", "querying", "processing", "reporting", "preparing", "Success", "succeeded", "null", ""
            })
    void everyOtherStatusGoesOnAnUnknownOneToo(String status) {
        Look look = HightouchServer.look(
                OURS, Requests.hightouch(""), HightouchServer.list("{\"id\":\"42\",\"status\":\"" + status + "\"}"));

        assertThat(look).isInstanceOf(Look.Going.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"42\"}", "{\"id\":\"42\",\"status\":null}", "{\"id\":\"42\",\"status\":{}}"})
    void aRunWithoutAStatusGoesOnAndNoStatusIsTold(String run) {
        Look look = HightouchServer.look(OURS, Requests.hightouch(""), HightouchServer.list(run));

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Going.class,
                        going -> assertThat(going.facts().providerStatus()).isNull());
    }

    @Test
    void aCompletionRatioOfOneIsNoEnd() {
        assertThat(HightouchServer.look(
                        OURS,
                        Requests.hightouch(""),
                        HightouchServer.list("{\"id\":\"42\",\"status\":\"reporting\",\"completionRatio\":1}")))
                .isInstanceOf(Look.Going.class);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                          | 2,0,0       | FAILED
                    "onWarning":"fail"                    | 2,0,0       | FAILED
                    "onWarning":"succeed"                 | 2,0,0       | SUCCEEDED
                    "onWarning":"succeed"                 | null,0,0    | SUCCEEDED
                    "maxFailedRows":2                     | 1,0,1       | SUCCEEDED
                    "maxFailedRows":2                     | 1,1,1       | FAILED
                    "maxFailedRows":0                     | 0,0,0       | SUCCEEDED
                    "maxFailedRows":0                     | 0,1,0       | FAILED
                    "onWarning":"fail","maxFailedRows":2  | 2,0,0       | SUCCEEDED
                    "onWarning":"succeed","maxFailedRows":2 | 3,0,0     | FAILED
                    "onWarning":"succeed","maxFailedRows":2 | null,0,0  | FAILED
                    "maxFailedRows":2                     | 0,null,0    | FAILED
                    "maxFailedRows":9223372036854775807   | 0,0,null    | FAILED
                    "maxFailedRows":2                     | "1",0,0     | FAILED
                    "maxFailedRows":2                     | 9223372036854775807,1,0 | FAILED
                    "maxFailedRows":2                     | 9223372036854775807,9223372036854775807,2 | FAILED
                    "maxFailedRows":2                     | -1,0,0      | FAILED
                    """)
    void aWarningIsJudgedByTheLimitElseByOnWarning(String fields, String counts, Verdict verdict) {
        String[] count = counts.split(",", -1);
        String rows = "\"failedRows\":{\"addedCount\":" + count[0] + ",\"changedCount\":" + count[1]
                + ",\"removedCount\":" + count[2] + "}";

        assertThat(verdictOn(fields == null ? "" : fields, "warning", rows)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"failedRows\":null",
                "\"failedRows\":{}",
                "\"failedRows\":[]",
                "\"plannedRows\":{\"addedCount\":5}"
            })
    void withALimitAndUnknownCountsAWarningFails(String rows) {
        assertThat(verdictOn("\"maxFailedRows\":1000", "warning", rows)).isEqualTo(Verdict.FAILED);
        assertThat(verdictOn("\"onWarning\":\"succeed\"", "warning", rows)).isEqualTo(Verdict.SUCCEEDED);
    }

    @Test
    void aLimitDoesNotExcuseAFailure() {
        String rows = "\"failedRows\":{\"addedCount\":0,\"changedCount\":0,\"removedCount\":0}";

        assertThat(verdictOn("\"maxFailedRows\":1000", "failed", rows)).isEqualTo(Verdict.FAILED);
        assertThat(verdictOn("\"maxFailedRows\":1000", "cancelled", rows)).isEqualTo(Verdict.CANCELLED);
    }

    @Test
    void nullsInEveryFieldAreExpected() {
        Look look = HightouchServer.look(
                OURS,
                Requests.hightouch(""),
                HightouchServer.list(
                        "{\"id\":\"42\",\"status\":\"processing\",\"startedAt\":null,\"finishedAt\":null,\"createdAt\":null,"
                                + "\"completionRatio\":null,\"plannedRows\":null,\"successfulRows\":null,\"failedRows\":null,"
                                + "\"error\":null,\"querySize\":null,\"somethingNew\":{\"x\":[1]}}"));

        assertThat(look).isInstanceOfSatisfying(Look.Going.class, going -> {
            assertThat(going.facts().rows()).isNull();
            assertThat(going.facts().startedAt()).isNull();
        });
    }

    @Test
    void theProvidersTextIsToldWithoutSecrets() {
        Look look = HightouchServer.look(
                OURS,
                Requests.hightouch(""),
                HightouchServer.list("{\"id\":\"42\",\"status\":\"failed\",\"error\":\"query failed for "
                        + HightouchServer.TOKEN + "; Authorization: Bearer abc.def\"}"));

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Ended.class,
                        ended -> assertThat(ended.facts().message())
                                .startsWith("query failed for ***")
                                .doesNotContain("abc.def"));
    }

    private static Verdict verdictOn(String request, String status, String fields) {
        Look look = HightouchServer.look(
                OURS,
                Requests.hightouch(request),
                HightouchServer.list(HightouchServer.run("42", status, HightouchServer.NOW, fields)));
        return ((Look.Ended) look).verdict();
    }
}
