package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Look;
import io.syncstep.sync.Phases;
import io.syncstep.sync.Run;
import io.syncstep.sync.Verdict;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdict on our job: by its exact name, and by all three phases. */
class JobVerdictTest {

    private static final Instant STARTED = StitchServer.NOW.plusSeconds(2);
    private static final Instant COMPLETED = StitchServer.NOW.plusSeconds(300);
    private static final Run OURS = Runs.started("120643", StitchServer.JOB, StitchServer.NOW);

    @Test
    void theDocumentedExtractionSucceeded() {
        Run run = Runs.started("120643", "116078.120643.sync.c12fb0a7-7e4a-11e9-abdc-0edc2c318fba", StitchServer.NOW);
        try (LocalServer server = LocalServer.answering(Response.json(200, Fixture.of("stitch/extractions.json")))) {
            Look look = StitchServer.replication(server, Requests.stitch("")).look(run);

            assertThat(look).isInstanceOfSatisfying(Look.Ended.class, ended -> {
                assertThat(ended.verdict()).isEqualTo(Verdict.SUCCEEDED);
                assertThat(ended.facts().startedAt()).isEqualTo(Instant.parse("2026-11-22T08:00:02Z"));
                assertThat(ended.facts().finishedAt()).isEqualTo(Instant.parse("2026-11-22T08:04:05Z"));
                assertThat(ended.facts().phases()).isEqualTo(new Phases(0L, 0L, 0L));
                assertThat(ended.facts().rows()).isNull();
            });
            assertThat(server.lines()).containsExactly("GET /v4/116078/extractions");
        }
    }

    @ParameterizedTest(name = "discovery {0}, tap {1}, target {2}: {3}")
    @CsvSource({
        "0,0,0,SUCCEEDED",
        "null,0,0,SUCCEEDED",
        "0,0,1,FAILED",
        "0,1,0,FAILED",
        "1,0,0,FAILED",
        "1,null,null,FAILED",
        "0,1,null,FAILED",
        "0,137,null,FAILED",
        "0,-1,0,FAILED",
        "0,\"1\",0,FAILED",
        "0,\"0\",0,FAILED",
        "0,0,12345678901234567890,FAILED",
        "null,null,null,CANCELLED",
        "0,null,null,CANCELLED",
        "0,0,null,CANCELLED",
        "0,null,0,CANCELLED"
    })
    void aCompletedExtractionIsJudgedByAllItsPhases(String discovery, String tap, String target, Verdict verdict) {
        Look look = lookAt(StitchServer.list(
                StitchServer.extraction(StitchServer.JOB, STARTED, COMPLETED, discovery, tap, target)));

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(verdict));
    }

    @ParameterizedTest(name = "discovery {0}, tap {1}, target {2}: {3}")
    @CsvSource({
        "1,0,0,discovery failed,about discovery",
        "0,1,0,tap failed,about tap",
        "0,0,1,target failed,about target",
        "0,1,1,tap failed,about tap"
    })
    void aFailureNamesItsFirstPhaseAndThatPhasesDescription(
            String discovery, String tap, String target, String status, String message) {
        Look look = lookAt(StitchServer.list(
                StitchServer.extraction(StitchServer.JOB, STARTED, COMPLETED, discovery, tap, target)));

        assertThat(look).isInstanceOfSatisfying(Look.Ended.class, ended -> {
            assertThat(ended.facts().providerStatus()).isEqualTo(status);
            assertThat(ended.facts().message()).isEqualTo(message);
        });
    }

    @ParameterizedTest(name = "discovery {0}, tap {1}, target {2}: {3}")
    @CsvSource({"null,null,null,discovery", "0,null,null,tap", "0,0,null,target"})
    void anExtractionInProgressIsInItsFirstPhaseWithoutAStatus(
            String discovery, String tap, String target, String status) {
        Look look = lookAt(
                StitchServer.list(StitchServer.extraction(StitchServer.JOB, STARTED, null, discovery, tap, target)));

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Going.class,
                        going -> assertThat(going.facts().providerStatus()).isEqualTo(status));
    }

    @Test
    void threeGoodPhasesAreNoEndWithoutACompletionTime() {
        assertThat(lookAt(StitchServer.list(StitchServer.extraction(StitchServer.JOB, STARTED, null, "0", "0", "0"))))
                .isInstanceOf(Look.Going.class);
    }

    @Test
    void aFailedPhaseIsTheEndEvenBeforeTheCompletionTime() {
        assertThat(lookAt(
                        StitchServer.list(StitchServer.extraction(StitchServer.JOB, STARTED, null, "0", "1", "null"))))
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(Verdict.FAILED));
    }

    @Test
    void descriptionsAreToldWithoutSecrets() {
        String record = StitchServer.extraction(StitchServer.JOB, STARTED, COMPLETED, "0", "1", "0")
                .replace("about tap", "GET https://x?k=" + StitchServer.TOKEN + " Authorization: Bearer abc.def");

        assertThat(lookAt(StitchServer.list(record)))
                .isInstanceOfSatisfying(
                        Look.Ended.class,
                        ended -> assertThat(ended.facts().message())
                                .isEqualTo("GET https://x?k=*** Authorization: ***"));
    }

    @Test
    void withoutARecordItIsStillRunning() {
        assertThat(lookAt(StitchServer.list())).isInstanceOf(Look.Going.class);
    }

    @Test
    void thePreviousJobOfTheSourceIsNeverTakenForOurs() {
        assertThat(lookAt(StitchServer.list(
                        StitchServer.good("116078.120643.sync.yesterday", StitchServer.NOW.minusSeconds(86_400)))))
                .isInstanceOf(Look.Going.class);
    }

    @Test
    void aNameThatOnlyBeginsLikeOursIsAnother() {
        assertThat(lookAt(StitchServer.list(
                        StitchServer.good(StitchServer.JOB + "-2", StitchServer.NOW.minusSeconds(900)))))
                .isInstanceOf(Look.Going.class);
    }

    @Test
    void ourJobIsFoundOnALaterPage() {
        try (LocalServer server = LocalServer.answering(
                StitchServer.pageBefore(
                        "/v4/116078/extractions?page=2",
                        StitchServer.extraction("7", "116078.7.sync.x", STARTED, COMPLETED, "0", "0", "0")),
                StitchServer.list(StitchServer.good(StitchServer.JOB, STARTED)))) {
            assertThat(StitchServer.replication(server, Requests.stitch("")).look(OURS))
                    .isInstanceOf(Look.Ended.class);

            assertThat(server.lines())
                    .containsExactly("GET /v4/116078/extractions", "GET /v4/116078/extractions?page=2");
        }
    }

    @Test
    void noMorePagesAreReadThanNeeded() {
        try (LocalServer server = LocalServer.answering(StitchServer.pageBefore(
                "/v4/116078/extractions?page=2", StitchServer.good(StitchServer.JOB, STARTED)))) {
            StitchServer.replication(server, Requests.stitch("")).look(OURS);

            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void anEmptyPageIsTheLastWhateverItSays() {
        try (LocalServer server = LocalServer.answering(StitchServer.pageBefore("/v4/116078/extractions?page=2"))) {
            assertThat(StitchServer.replication(server, Requests.stitch("")).look(OURS))
                    .isInstanceOf(Look.Going.class);

            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":null}", "[]", "<html>", "\"ok\""})
    void aListThatIsNoneIsNoAnswer(String body) {
        assertThat(lookAt(Response.json(200, body))).isInstanceOf(Look.Unanswered.class);
    }

    private static Look lookAt(Response response) {
        try (LocalServer server = LocalServer.answering(response)) {
            return StitchServer.replication(server, Requests.stitch("")).look(OURS);
        }
    }
}
