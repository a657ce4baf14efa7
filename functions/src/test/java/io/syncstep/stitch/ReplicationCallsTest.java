package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Prepared;
import io.syncstep.sync.Read;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
import io.syncstep.sync.StartAnswer;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source is started by one call, and a job whose answer was lost is found. */
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
