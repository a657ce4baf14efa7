package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.StopCall;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.RawServer;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A job is stopped by one call, after a look that shows that what runs is ours. */
class StopTheSourceTest {

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
}
