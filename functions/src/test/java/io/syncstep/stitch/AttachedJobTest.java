package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Look;
import io.syncstep.sync.Run;
import io.syncstep.sync.Verdict;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import io.syncstep.testing.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody else's job in progress that was attached to is known by when it ran, as its name is not. */
class AttachedJobTest {

    private static final String THEIRS = "116078.120643.sync.theirs";

    private static final Response LATER =
            StitchServer.list(StitchServer.good("116078.120643.sync.later", StitchServer.NOW.plusSeconds(600)));

    @Test
    void aJobInProgressThatWasAttachedToIsTheNextToEnd() {
        Run attached = Runs.attached("120643", null, StitchServer.NOW);
        String before = StitchServer.good("116078.120643.sync.before", StitchServer.NOW.minusSeconds(7200));
        String theirs = StitchServer.extraction(
                THEIRS, StitchServer.NOW.minusSeconds(300), StitchServer.NOW.plusSeconds(300), "0", "0", "0");
        try (LocalServer server =
                answeringForSource(StitchServer.list(before), StitchServer.list(before), StitchServer.list(theirs))) {
            SettableClock clock = new SettableClock(StitchServer.NOW);
            StitchReplication replication = StitchServer.replication(server.url(), Requests.stitch(""), clock);

            Look.Going first = (Look.Going) replication.look(attached);
            clock.pass(ExtractionShelf.RATION);
            Look.Going second = (Look.Going) replication.look(first.run());
            clock.pass(ExtractionShelf.RATION);
            Look third = replication.look(second.run());

            assertThat(third).isInstanceOfSatisfying(Look.Ended.class, ended -> {
                assertThat(ended.verdict()).isEqualTo(Verdict.SUCCEEDED);
                assertThat(ended.run().runId()).isEqualTo(THEIRS);
                assertThat(ended.run().attached()).isTrue();
            });
        }
    }

    @Test
    void aFirstJobEverIsAttachedToAsWell() {
        Run attached = Runs.attached("120643", null, StitchServer.NOW);
        String theirs = StitchServer.extraction(
                THEIRS, StitchServer.NOW.minusSeconds(300), StitchServer.NOW.plusSeconds(300), "0", "1", "null");
        try (LocalServer server = answeringForSource(StitchServer.list(), StitchServer.list(theirs))) {
            SettableClock clock = new SettableClock(StitchServer.NOW);
            StitchReplication replication = StitchServer.replication(server.url(), Requests.stitch(""), clock);

            Look.Going first = (Look.Going) replication.look(attached);
            clock.pass(ExtractionShelf.RATION);
            Look second = replication.look(first.run());

            assertThat(second).isInstanceOfSatisfying(Look.Ended.class, ended -> {
                assertThat(ended.verdict()).isEqualTo(Verdict.FAILED);
                assertThat(ended.run().runId()).isEqualTo(THEIRS);
            });
        }
    }

    @Test
    void aJobThatEndedBetweenTheStartCallAndTheFirstLookIsTheOneAttachedTo() {
        Run attached = Runs.attached("120643", null, StitchServer.NOW.plusMillis(700));
        // Stitch tells whole seconds: its end lies before our call only to the eye.
        String theirs =
                StitchServer.extraction(THEIRS, StitchServer.NOW.minusSeconds(300), StitchServer.NOW, "0", "0", "0");
        assertThat(look(attached, StitchServer.list(theirs)))
                .isInstanceOfSatisfying(
                        Look.Ended.class,
                        ended -> assertThat(ended.run().runId()).isEqualTo(THEIRS));
    }

    @Test
    void aJobThatIsListedInProgressGivesItsNameAtOnce() {
        Run attached = Runs.attached("120643", null, StitchServer.NOW);
        String theirs = StitchServer.extraction(THEIRS, StitchServer.NOW.minusSeconds(300), null, "0", "null", "null");
        assertThat(look(attached, StitchServer.list(theirs)))
                .isInstanceOfSatisfying(
                        Look.Going.class,
                        going -> assertThat(going.run().runId()).isEqualTo(THEIRS));
    }

    @Test
    void aJobThatStartedAfterTheAttachingIsNotTheOneAttachedTo() {
        Run attached = Runs.attached("120643", null, StitchServer.NOW)
                .noted(Map.of("endedBefore", "116078.120643.sync.before"));
        assertThat(look(attached, LATER))
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(Verdict.UNKNOWN));
    }

    @Test
    void aLaterJobThatIsListedInProgressIsNotTheOneAttachedTo() {
        Run attached = Runs.attached("120643", null, StitchServer.NOW);
        String later = StitchServer.extraction(
                "116078.120643.sync.later", StitchServer.NOW.plusSeconds(60), null, "0", "null", "null");
        assertThat(look(attached, StitchServer.list(later)))
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(Verdict.UNKNOWN));
    }

    private static Look look(Run attached, Response list) {
        try (LocalServer server = answeringForSource(list)) {
            return StitchServer.replication(server, Requests.stitch("")).look(attached);
        }
    }

    /** The source first, since an attached job has no name to take the client id from; then these lists. */
    private static LocalServer answeringForSource(Response... lists) {
        Response[] all = new Response[lists.length + 1];
        all[0] = Response.json(200, "{\"id\":120643,\"stitch_client_id\":116078}");
        System.arraycopy(lists, 0, all, 1, lists.length);
        return LocalServer.answering(all);
    }
}
