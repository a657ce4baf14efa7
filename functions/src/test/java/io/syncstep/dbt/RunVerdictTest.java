package io.syncstep.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Facts;
import io.syncstep.sync.Look;
import io.syncstep.sync.Run;
import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.StopCall;
import io.syncstep.sync.Verdict;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is judged by its status and by nothing else, and stopped by its id. */
class RunVerdictTest {

    private static final String ID = "34929305";
    private static final Run OURS = started(Duration.ofHours(1));

    @Test
    void theDocumentedRunSucceeded() {
        try (LocalServer server = LocalServer.answering(Response.json(200, Fixture.of("dbt/run.json")))) {
            Look look = DbtServer.runs(server.url(), Requests.dbt("")).look(OURS);

            assertThat(look)
                    .isEqualTo(new Look.Ended(
                            OURS,
                            Verdict.SUCCEEDED,
                            new Facts(
                                    "Success",
                                    null,
                                    null,
                                    Instant.parse("2021-11-26T16:49:20.535987Z"),
                                    Instant.parse("2021-11-26T16:49:32.996703Z"),
                                    null,
                                    null,
                                    null,
                                    "https://cloud.getdbt.com/deploy/4711/projects/51798/runs/34929305/")));
            assertThat(server.lines()).containsExactly("GET " + DbtServer.ACCOUNT + "/runs/34929305/");
        }
    }

    @ParameterizedTest
    @CsvSource({"10,SUCCEEDED", "20,FAILED", "30,CANCELLED", "\"10\",SUCCEEDED"})
    void theFinalStatusesEndWhateverElseIsTold(String status, Verdict verdict) {
        String misleading = "\"is_complete\":false,\"is_success\":false,\"is_error\":true,\"in_progress\":true";

        assertThat(look(DbtServer.run(ID, status, misleading)))
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(verdict));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "0", "11", "-10", "10.0", "null", "true", "[10]", "\"Success\""})
    void everyOtherStatusGoesOnWhateverElseIsTold(String status) {
        String misleading = "\"is_complete\":true,\"is_success\":true,\"finished_at\":\"2026-11-22 08:00:00+00:00\"";

        assertThat(look(DbtServer.run(ID, status, misleading))).isInstanceOf(Look.Going.class);
    }

    @Test
    void withoutAWordTheNumberIsTold() {
        assertThat(facts(DbtServer.run(ID, "20", "")).providerStatus()).isEqualTo("20");
        assertThat(facts(DbtServer.run(ID, "null", "")).providerStatus()).isNull();
    }

    @Test
    void theProvidersTextIsToldWithoutSecrets() {
        Facts facts = facts(DbtServer.run(
                ID,
                "20",
                "\"status_message\":\"no: Authorization: Token secret-7\",\"status_humanized\":\"Error secret-7\","
                        + "\"href\":\"https://x/?t=secret-7\""));

        assertThat(facts.message()).isEqualTo("no: Authorization: ***");
        assertThat(facts.toString()).doesNotContain("secret-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "/run/1", "https://", "https://x y", "x https://y"})
    void onlyAWebPageIsALink(String href) {
        assertThat(facts(DbtServer.run(ID, "10", "\"href\":\"" + href + "\"")).url())
                .isNull();
        assertThat(facts(DbtServer.run(ID, "10", "\"href\":\"https://x/run/1\""))
                        .url())
                .isEqualTo("https://x/run/1");
    }

    @Test
    void aStatusOfAbsurdLengthIsCutOff() {
        Facts facts = facts(DbtServer.run(ID, "3", "\"status_humanized\":\"" + "x".repeat(9000) + "\""));

        assertThat(facts.providerStatus()).hasSize(101);
    }

    @Test
    void anotherRunIsNoAnswer() {
        assertThat(look(DbtServer.run("7", "10", ""))).isInstanceOf(Look.Unanswered.class);
    }

    @Test
    void a404WithinAMinuteOfTheStartIsNotListedYet() {
        assertThat(look(Response.empty(404), started(Duration.ofSeconds(59)))).isInstanceOf(Look.Going.class);
        assertThat(look(Response.empty(404), started(Duration.ofSeconds(60)))).isInstanceOf(Look.Refused.class);
        assertThat(look(Response.empty(403), started(Duration.ofSeconds(1)))).isInstanceOf(Look.Refused.class);
    }

    @Test
    void atTheDeadlineARunThatIsNotListedYetIsNoAnswer() {
        try (LocalServer server = LocalServer.answering(Response.empty(404))) {
            assertThat(DbtServer.runs(server.url(), Requests.dbt("")).lastLook(started(Duration.ofSeconds(59))))
                    .isInstanceOf(Look.Unanswered.class);
        }
    }

    @Test
    void anAttachedRunWasListedBefore() {
        assertThat(look(Response.empty(404), Runs.attached("43167", ID, DbtServer.NOW)))
                .isInstanceOf(Look.Refused.class);
    }

    @Test
    void aStopNamesTheRun() {
        try (LocalServer server = LocalServer.answering(DbtServer.run(ID, "30", ""))) {
            DbtJobRuns runs = DbtServer.runs(server.url(), Requests.dbt(""));

            assertThat(runs.stopCall()).isEqualTo(StopCall.OUR_RUN);
            assertThat(runs.stop(OURS)).isEqualTo(new StopAnswer.Stopped());
            assertThat(server.lines().getFirst()).isEqualTo("POST " + DbtServer.ACCOUNT + "/runs/34929305/cancel/");
            assertThat(server.calls().getFirst().body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200,30,Stopped",
        "409,30,Stopped",
        "200,10,HadEnded",
        "409,20,HadEnded",
        "200,3,Stopped",
        "409,3,NotStopped"
    })
    void howTheRunStandsDecidesWhatCameOfTheStop(int status, String after, String answer) {
        try (LocalServer server = LocalServer.answering(
                call -> call.method().equals("POST") ? Response.empty(status) : DbtServer.run(ID, after, ""))) {
            assertThat(DbtServer.runs(server.url(), Requests.dbt(""))
                            .stop(OURS)
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(answer);
        }
    }

    /** The first call came through although its answer was lost: the second may say no. */
    @Test
    void aStopThatIsRefusedTheSecondTimeHasStopped() {
        try (LocalServer server =
                LocalServer.answering(Response.empty(502), Response.json(409, "{}"), DbtServer.run(ID, "30", ""))) {
            assertThat(DbtServer.runs(server.url(), Requests.dbt("")).stop(OURS))
                    .isEqualTo(new StopAnswer.Stopped());
            assertThat(server.calls()).hasSize(3);
        }
    }

    private static Run started(Duration ago) {
        return Runs.started("43167", ID, DbtServer.NOW.minus(ago));
    }

    private static Look look(Response response) {
        return look(response, OURS);
    }

    private static Look look(Response response, Run run) {
        try (LocalServer server = LocalServer.answering(response)) {
            return DbtServer.runs(server.url(), Requests.dbt("")).look(run);
        }
    }

    private static Facts facts(Response response) {
        return switch (look(response)) {
            case Look.Ended ended -> ended.facts();
            case Look.Going going -> going.facts();
            default -> throw new AssertionError("no facts");
        };
    }
}
