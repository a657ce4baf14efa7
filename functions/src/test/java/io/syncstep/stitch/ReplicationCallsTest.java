package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Look;
import io.syncstep.sync.Prepared;
import io.syncstep.sync.Read;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.StopCall;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.RawServer;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import io.syncstep.testing.SettableClock;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source is started, its lost job found, and stopped: one call each. */
class ReplicationCallsTest {

    private static final Run NEW = Run.notStarted("120643", StitchServer.NOW);

    @Test
    void theDocumentedAnswerNamesTheJob() {
        try (LocalServer server = LocalServer.answering(Response.json(200, Fixture.of("stitch/sync.json")))) {
            assertThat(start(server))
                    .isEqualTo(new StartAnswer.Started("116078.120643.sync.c12fb0a7-7e4a-11e9-abdc-0edc2c318fba"));

            assertThat(server.lines()).containsExactly("POST /v4/sources/120643/sync");
            assertThat(server.calls().getFirst().body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 409})
    void aJobInProgressIsToldWhateverTheCode(int status) {
        try (LocalServer server =
                LocalServer.answering(Response.json(status, Fixture.of("stitch/already-running.json")))) {
            assertThat(start(server)).isInstanceOf(StartAnswer.AlreadyRunning.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400})
    void anInvalidSourceIsASureNo(int status) {
        try (LocalServer server =
                LocalServer.answering(Response.json(status, Fixture.of("stitch/invalid-source.json")))) {
            assertThat(start(server)).isInstanceOfSatisfying(StartAnswer.Rejected.class, rejected -> {
                assertThat(rejected.refusal().httpStatus()).isEqualTo(status);
                assertThat(rejected.refusal().providerMessage()).isEqualTo("Source with id 120643 is not valid.");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"job_name\":null}", "{\"job_name\":\"\"}", "", "null", "{\"error\":null}"})
    void a200ThatNamesNoJobIsInDoubt(String body) {
        try (LocalServer server = LocalServer.answering(Response.json(200, body))) {
            assertThat(start(server)).isInstanceOf(StartAnswer.InDoubt.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void nothingIsAskedBeforeTheStart() {
        try (LocalServer server = LocalServer.answering(Response.empty(500))) {
            assertThat(StitchServer.replication(server, Requests.stitch("")).prepare())
                    .isEqualTo(new Read.Got<>(Optional.of(new Prepared("120643", Optional.empty()))));
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void theClientIdIsTakenFromTheNameOfTheJob() {
        try (LocalServer server = LocalServer.answering(StitchServer.list())) {
            StitchServer.replication(server, Requests.stitch(""))
                    .look(Runs.started("120643", "9.120643.sync.x", StitchServer.NOW));

            assertThat(server.lines()).containsExactly("GET /v4/9/extractions");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.7.sync.x", "sync-x", "9", "9.120643", "a.120643.sync.x"})
    void aNameOfAnotherShapeIsNotTrustedForIt(String job) {
        try (LocalServer server =
                LocalServer.answering(Response.json(200, Fixture.of("stitch/source.json")), StitchServer.list())) {
            StitchServer.replication(server, Requests.stitch("")).look(Runs.started("120643", job, StitchServer.NOW));

            assertThat(server.lines()).containsExactly("GET /v4/sources/120643", "GET /v4/116078/extractions");
        }
    }

    @Test
    void theSourceIsAskedForItOnceAndThenRemembered() {
        try (LocalServer server =
                LocalServer.answering(Response.json(200, Fixture.of("stitch/source.json")), StitchServer.list())) {
            SettableClock clock = new SettableClock(StitchServer.NOW);
            StitchReplication replication = StitchServer.replication(server.url(), Requests.stitch(""), clock);
            Look.Going first = (Look.Going) replication.look(Runs.attached("120643", null, StitchServer.NOW));

            clock.pass(ExtractionShelf.RATION);
            replication.look(first.run());

            assertThat(server.lines())
                    .containsExactly(
                            "GET /v4/sources/120643", "GET /v4/116078/extractions", "GET /v4/116078/extractions");
        }
    }

    @Test
    void aSourceWithoutAClientIdIsNoAnswer() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"id\":120643}"))) {
            assertThat(StitchServer.replication(server, Requests.stitch(""))
                            .look(Runs.attached("120643", null, StitchServer.NOW)))
                    .isInstanceOf(Look.Unanswered.class);
        }
    }

    @Test
    void theNextExtractionThatStartedAfterTheCallIsOurs() {
        assertThat(find(StitchServer.good("116078.120643.sync.new", StitchServer.NOW.plusSeconds(2))))
                .isEqualTo(new Sighting.One("116078.120643.sync.new"));
    }

    @Test
    void fiveSecondsAreAllowedForClocks() {
        assertThat(find(StitchServer.good("116078.120643.sync.new", StitchServer.NOW.minusSeconds(4))))
                .isEqualTo(new Sighting.One("116078.120643.sync.new"));
        assertThat(find(StitchServer.good("116078.120643.sync.old", StitchServer.NOW.minusSeconds(6))))
                .isEqualTo(new Sighting.None());
    }

    @Test
    void aJobOfAnotherSourceIsNotOurs() {
        assertThat(find(StitchServer.extraction(
                        "7",
                        "116078.7.sync.x",
                        StitchServer.NOW.plusSeconds(2),
                        StitchServer.NOW.plusSeconds(9),
                        "0",
                        "0",
                        "0")))
                .isEqualTo(new Sighting.None());
    }

    @Test
    void aRecordWithoutANameIsNotOurs() {
        assertThat(find(StitchServer.good("x", StitchServer.NOW.plusSeconds(2)).replace("\"x\"", "null")))
                .isEqualTo(new Sighting.None());
    }

    @Test
    void aStopIsOneCallAfterALookThatShowsTheJobToBeOurs() {
        try (LocalServer server =
                LocalServer.answering(StitchServer.list(), Response.json(200, Fixture.of("stitch/stop.json")))) {
            StitchReplication replication = StitchServer.replication(server, Requests.stitch(""));

            assertThat(replication.stopCall()).isEqualTo(StopCall.WHATEVER_RUNS);
            assertThat(replication.stop(Runs.started("120643", StitchServer.JOB, StitchServer.NOW)))
                    .isInstanceOf(StopAnswer.Stopped.class);

            assertThat(server.lines()).containsExactly("GET /v4/116078/extractions", "DELETE /v4/sources/120643/sync");
        }
    }

    @Test
    void aStopThatFailsSaysWhyAndIsNotRepeated() {
        assertThat(stop(Response.json(500, "\"Internal Server Error\"")))
                .isEqualTo(new StopAnswer.NotStopped("500 Internal Server Error"));
        assertThat(stop(Response.json(404, ""))).isEqualTo(new StopAnswer.NotStopped("404 Not Found"));
        assertThat(stop(Response.json(429, ""))).isEqualTo(new StopAnswer.NotStopped("429 Too Many Requests"));
        assertThat(stop(Response.json(200, "{\"error\":{\"type\":\"not_running\",\"message\":\"Nothing runs.\"}}")))
                .isEqualTo(new StopAnswer.NotStopped("200 OK: Nothing runs."));
    }

    @Test
    void whatEndedMeanwhileIsNotStopped() {
        String ended = StitchServer.good(StitchServer.JOB, StitchServer.NOW);
        try (LocalServer server = LocalServer.answering(StitchServer.list(ended))) {
            assertThat(StitchServer.replication(server, Requests.stitch(""))
                            .stop(Runs.started("120643", StitchServer.JOB, StitchServer.NOW)))
                    .isInstanceOf(StopAnswer.HadEnded.class);

            assertThat(server.lines()).containsExactly("GET /v4/116078/extractions");
        }
    }

    @Test
    void oneLostLookBeforeTheStopDoesNotLetTheRunGoOn() {
        try (LocalServer server =
                LocalServer.answering(Response.empty(503), StitchServer.list(), Response.json(200, "{}"))) {
            assertThat(StitchServer.replication(server, Requests.stitch(""))
                            .stop(Runs.started("120643", StitchServer.JOB, StitchServer.NOW)))
                    .isInstanceOf(StopAnswer.Stopped.class);

            assertThat(server.lines())
                    .containsExactly(
                            "GET /v4/116078/extractions",
                            "GET /v4/116078/extractions",
                            "DELETE /v4/sources/120643/sync");
        }
    }

    @Test
    void whereNobodyTellsWhatRunsNothingIsStopped() throws IOException {
        try (RawServer server = new RawServer(RawServer.Connection::read)) {
            StopAnswer answer = StitchServer.replication(server.url(), Requests.stitch(""))
                    .stop(Runs.started("120643", StitchServer.JOB, StitchServer.NOW));

            assertThat(answer).isInstanceOf(StopAnswer.NotStopped.class);
            assertThat(answer.toString()).contains("could not be learned", "connection lost");
            assertThat(server.requests()).allMatch(request -> request.startsWith("GET"));
        }
    }

    private static StopAnswer stop(Response response) {
        try (LocalServer server = LocalServer.answering(StitchServer.list(), response)) {
            StopAnswer answer = StitchServer.replication(server, Requests.stitch(""))
                    .stop(Runs.started("120643", StitchServer.JOB, StitchServer.NOW));
            assertThat(server.calls()).hasSize(2);
            return answer;
        }
    }

    private static StartAnswer start(LocalServer server) {
        return StitchServer.replication(server, Requests.stitch("")).start(NEW);
    }

    private static Sighting find(String extraction) {
        try (LocalServer server = LocalServer.answering(
                Response.json(200, Fixture.of("stitch/source.json")), StitchServer.list(extraction))) {
            return StitchServer.replication(server, Requests.stitch("")).find(Runs.inDoubt("120643", StitchServer.NOW));
        }
    }
}
