package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Look;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import io.syncstep.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of extractions need the account's client id, which the name of a job or the source tells. */
class ClientIdTest {

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
}
