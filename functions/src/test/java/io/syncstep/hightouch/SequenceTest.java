package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncstep.sync.Look;
import io.syncstep.sync.Member;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.Verdict;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sequence succeeds when each of its syncs did. */
class SequenceTest {

    private static final String UUID = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    private static final Run OURS = Runs.started(UUID, "seq-run-1", HightouchServer.NOW);

    @Test
    void theDocumentedRunSucceededWithItsMembers() {
        Look look = lookAt(Requests.sequence(""), Fixture.of("hightouch/sequence-run.json"));

        assertThat(look).isInstanceOfSatisfying(Look.Ended.class, ended -> {
            assertThat(ended.verdict()).isEqualTo(Verdict.SUCCEEDED);
            assertThat(ended.facts().members())
                    .containsExactly(
                            new Member("1", "11", "success", "https://app.hightouch.com/acme/syncs/1/runs/11"),
                            new Member("2", "12", "success", "https://app.hightouch.com/acme/syncs/2/runs/12"));
            assertThat(ended.facts().rows()).isNull();
        });
    }

    @Test
    void aMemberIsToldWithoutTheToken() {
        String body = "{\"id\":\"seq-run-1\",\"status\":\"failed\",\"syncRuns\":[{\"syncId\":\"1-TOKEN\","
                + "\"syncRunId\":\"11-TOKEN\",\"status\":\"bad TOKEN\"}]}";

        Look look = lookAt(Requests.sequence(""), body.replace("TOKEN", HightouchServer.TOKEN));

        assertThat(look.toString()).contains("bad ***").doesNotContain(HightouchServer.TOKEN);
    }

    @Test
    void itIsStartedAndAskedForByItsOwnPaths() {
        try (LocalServer server = LocalServer.answering(
                Response.json(200, "{\"id\":\"seq-run-1\"}"),
                Response.json(200, Fixture.of("hightouch/sequence-run.json")))) {
            HightouchSequenceRuns runs = HightouchServer.sequenceRuns(server, Requests.sequence(""));

            assertThat(runs.start(Run.notStarted(UUID, HightouchServer.NOW)))
                    .isEqualTo(new StartAnswer.Started("seq-run-1"));
            runs.look(OURS);

            assertThat(server.lines())
                    .containsExactly("POST /sync-sequences/" + UUID + "/trigger", "GET /sync-sequences/runs/seq-run-1");
        }
    }

    @Test
    void itsRunsCannotBeListed() {
        try (LocalServer server = LocalServer.answering(Response.empty(500))) {
            assertThat(HightouchServer.sequenceRuns(server, Requests.sequence(""))
                            .find(Runs.inDoubt(UUID, HightouchServer.NOW)))
                    .isEqualTo(new Sighting.Unlistable());
            assertThat(server.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "success,,SUCCEEDED",
        "failed,,FAILED",
        "cancelled,,FAILED",
        "interrupted,,FAILED",
        "warning,,FAILED",
        "warning,\"onWarning\":\"succeed\",SUCCEEDED",
        "failed,\"onWarning\":\"succeed\",FAILED"
    })
    void aMemberThatDidNotSucceedMakesItFailed(String status, String fields, Verdict verdict) {
        Look look = lookAt(
                Requests.sequence(fields == null ? "" : fields),
                "{\"status\":\"done\",\"syncRuns\":[{\"syncId\":1,\"syncRunId\":11,\"status\":\"success\"},"
                        + "{\"syncId\":2,\"syncRunId\":12,\"status\":\"" + status + "\"}]}");

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(verdict));
    }

    @ParameterizedTest
    @CsvSource({"failed,FAILED", "cancelled,CANCELLED"})
    void itsOwnEndCountsToo(String status, Verdict verdict) {
        Look look = lookAt(
                Requests.sequence(""),
                "{\"status\":\"" + status
                        + "\",\"syncRuns\":[{\"syncId\":1,\"syncRunId\":11,\"status\":\"success\"}]}");

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(verdict));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"pending\",\"syncRuns\":[]}",
                "{\"status\":\"running\",\"syncRuns\":null}",
                "{\"status\":\"resting\"}",
                "{\"status\":null}",
                "{}",
                "{\"status\":\"done\",\"syncRuns\":[{\"syncId\":1,\"syncRunId\":11,\"status\":\"processing\"}]}",
                "{\"status\":\"done\",\"syncRuns\":[{\"syncId\":1,\"syncRunId\":null,\"status\":\"queued\"}]}"
            })
    void everythingElseGoesOn(String body) {
        assertThat(lookAt(Requests.sequence(""), body)).isInstanceOf(Look.Going.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"status\":null}", "{\"status\":7}"})
    void aStatusThatIsNotToldIsAbsent(String body) {
        assertThat(lookAt(Requests.sequence(""), body))
                .isInstanceOfSatisfying(
                        Look.Going.class,
                        going -> assertThat(going.facts().providerStatus()).isNull());
    }

    @Test
    void aMemberThatIsNoObjectIsNotToldAndKeepsItFromSucceeding() {
        assertThat(lookAt(Requests.sequence(""), "{\"status\":\"failed\",\"syncRuns\":[null]}"))
                .isInstanceOfSatisfying(
                        Look.Ended.class,
                        ended -> assertThat(ended.facts().members()).isEmpty());
        assertThat(lookAt(
                        Requests.sequence(""),
                        "{\"status\":\"done\",\"syncRuns\":[{\"syncId\":1,\"status\":\"success\"},null]}"))
                .isInstanceOf(Look.Going.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"status\":null", ",\"status\":\" \"", ",\"status\":7"})
    void theStatusOfAMemberThatIsNotToldIsAbsentAndIsNoSuccess(String status) {
        assertThat(lookAt(
                        Requests.sequence(""),
                        "{\"status\":\"done\",\"syncRuns\":[{\"syncId\":1,\"syncRunId\":11" + status
                                + ",\"finishedAt\":\"2026-11-22T08:02:00Z\"}]}"))
                .isInstanceOfSatisfying(Look.Ended.class, ended -> {
                    assertThat(ended.verdict()).isEqualTo(Verdict.FAILED);
                    assertThat(ended.facts().members())
                            .extracting(Member::taskId, Member::status)
                            .containsExactly(tuple("1", null));
                });
    }

    @Test
    void theIdOfAMemberThatIsNotToldIsAbsent() {
        assertThat(lookAt(Requests.sequence(""), "{\"status\":\"failed\",\"syncRuns\":[{\"status\":\"failed\"}]}"))
                .isInstanceOfSatisfying(
                        Look.Ended.class,
                        ended -> assertThat(ended.facts().members())
                                .containsExactly(new Member(null, null, "failed", null)));
    }

    @Test
    void a404WithinAMinuteOfTheStartIsNotListedYet() {
        assertThat(lookAtNothing(started(59))).isInstanceOf(Look.Going.class);
        assertThat(lookAtNothing(started(60))).isInstanceOf(Look.Refused.class);
        assertThat(lookAtNothing(Runs.attached(UUID, "seq-run-1", HightouchServer.NOW)))
                .isInstanceOf(Look.Refused.class);
    }

    @Test
    void atTheDeadlineARunThatIsNotListedYetIsNoAnswer() {
        try (LocalServer server = LocalServer.answering(Response.empty(404))) {
            assertThat(HightouchServer.sequenceRuns(server, Requests.sequence(""))
                            .lastLook(started(59)))
                    .isInstanceOf(Look.Unanswered.class);
        }
    }

    private static Run started(int secondsAgo) {
        return Runs.started(UUID, "seq-run-1", HightouchServer.NOW.minusSeconds(secondsAgo));
    }

    private static Look lookAtNothing(Run run) {
        try (LocalServer server = LocalServer.answering(Response.empty(404))) {
            return HightouchServer.sequenceRuns(server, Requests.sequence("")).look(run);
        }
    }

    private static Look lookAt(Request request, String body) {
        try (LocalServer server = LocalServer.answering(Response.json(200, body))) {
            return HightouchServer.sequenceRuns(server, request).look(OURS);
        }
    }
}
