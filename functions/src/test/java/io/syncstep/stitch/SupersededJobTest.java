package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Answer;
import io.syncstep.sync.Look;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.StartTheRun;
import io.syncstep.sync.Sync;
import io.syncstep.sync.Verdict;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A later job has taken the place of ours in the list: its log may tell of a failure, and is no proof of a success. */
class SupersededJobTest {

    private static final Run OURS = Runs.started("120643", StitchServer.JOB, StitchServer.NOW);
    private static final Response LATER =
            StitchServer.list(StitchServer.good("116078.120643.sync.later", StitchServer.NOW.plusSeconds(600)));
    private static final String LOG = "/v4/116078/extractions/" + StitchServer.JOB;

    @Test
    void aFailureInItsLogIsAFailure() {
        assertThat(lookWithLog(
                        "2026-11-22 INFO x\nmain - Exit status is: Discovery succeeded. Tap failed with code 1 and"
                                + " error message: \"no such column\".\n"))
                .isInstanceOfSatisfying(Look.Ended.class, ended -> {
                    assertThat(ended.verdict()).isEqualTo(Verdict.FAILED);
                    assertThat(ended.facts().providerStatus()).isEqualTo("tap failed");
                    assertThat(ended.facts().message()).contains("no such column");
                });
    }

    @Test
    void theLastExitStatusOfALogCounts() {
        assertThat(lookWithLog("Exit status is: Tap failed.\nExit status is: Discovery succeeded. Tap succeeded."))
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(Verdict.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main - Exit status is: Discovery succeeded. Tap succeeded. Target succeeded.",
                "nothing of interest",
                "",
                "INFO tap failed to guess, trying again"
            })
    void everythingElseInItsLogIsUnknownAndNeverASuccess(String log) {
        assertThat(lookWithLog(log)).isInstanceOfSatisfying(Look.Ended.class, ended -> {
            assertThat(ended.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(ended.facts().providerStatus()).isEqualTo("superseded");
        });
    }

    @Test
    void theLogIsFetchedOnceFromItsStorageWithoutTheToken() {
        try (LocalServer storage = LocalServer.answering(Response.json(200, "Exit status is: Target failed."));
                LocalServer server = LocalServer.answering(
                        LATER, Response.empty(302).with("Location", storage.url() + "/log?signature=s"))) {
            Look look = StitchServer.replication(server, Requests.stitch("")).look(OURS);

            assertThat(look)
                    .isInstanceOfSatisfying(
                            Look.Ended.class,
                            ended -> assertThat(ended.verdict()).isEqualTo(Verdict.FAILED));
            assertThat(server.lines()).containsExactly("GET /v4/116078/extractions", "GET " + LOG);
            assertThat(server.calls().getLast().header("Authorization")).isEqualTo("Bearer " + StitchServer.TOKEN);
            assertThat(storage.lines()).containsExactly("GET /log?signature=s");
            assertThat(storage.calls().getFirst().header("Authorization")).isNull();
        }
    }

    @Test
    void aStorageThatRedirectsOnIsNotFollowed() {
        try (LocalServer elsewhere = LocalServer.answering(Response.json(200, "Exit status is: Tap failed."));
                LocalServer storage =
                        LocalServer.answering(Response.empty(302).with("Location", elsewhere.url() + "/on"));
                LocalServer server =
                        LocalServer.answering(LATER, Response.empty(302).with("Location", storage.url() + "/log"))) {
            assertThat(StitchServer.replication(server, Requests.stitch("")).look(OURS))
                    .isInstanceOfSatisfying(
                            Look.Ended.class,
                            ended -> assertThat(ended.verdict()).isEqualTo(Verdict.UNKNOWN));
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest", "ftp://localhost/log", "::not a uri::", ""})
    void aStorageThatIsNeitherHttpsNorThisMachineIsNotAsked(String location) {
        try (LocalServer server =
                LocalServer.answering(LATER, Response.empty(302).with("Location", location))) {
            assertThat(StitchServer.replication(server, Requests.stitch("")).look(OURS))
                    .isInstanceOf(Look.Ended.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500})
    void withoutItsLogItIsUnknown(int status) {
        try (LocalServer server = LocalServer.answering(LATER, Response.empty(status))) {
            assertThat(StitchServer.replication(server, Requests.stitch("")).look(OURS))
                    .isInstanceOfSatisfying(
                            Look.Ended.class,
                            ended -> assertThat(ended.verdict()).isEqualTo(Verdict.UNKNOWN));
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void itsLogIsToldWithoutSecrets() {
        assertThat(lookWithLog("Exit status is: Tap failed with code 1: " + StitchServer.TOKEN))
                .isInstanceOfSatisfying(
                        Look.Ended.class,
                        ended -> assertThat(ended.facts().message()).endsWith(": ***"));
    }

    @Test
    void aJobThatStartedBeforeOursIsNotLater() {
        try (LocalServer server = LocalServer.answering(
                StitchServer.list(StitchServer.good("116078.120643.sync.before", StitchServer.NOW.minusSeconds(1))))) {
            assertThat(StitchServer.replication(server, Requests.stitch("")).look(OURS))
                    .isInstanceOf(Look.Going.class);
        }
    }

    @Test
    void aJobThatOursHadToWaitForIsNotLater() {
        Request request = Requests.stitch("");
        SettableClock clock = new SettableClock(StitchServer.NOW);
        String foreign = StitchServer.good("116078.120643.sync.foreign", StitchServer.NOW.plusSeconds(7));
        try (LocalServer server = LocalServer.answering(call -> {
            if (!call.method().equals("POST")) {
                return StitchServer.list(foreign);
            }
            clock.pass(Duration.ofSeconds(15));
            return Response.json(200, "{\"job_name\":\"" + StitchServer.JOB + "\"}");
        })) {
            StitchReplication replication = StitchServer.replication(server.url(), request, clock);
            Answer started = new StartTheRun(new Sync(request, StitchServer.EXECUTION, replication, clock))
                    .from(Run.notStarted("120643", StitchServer.NOW));

            assertThat(replication.look(Objects.requireNonNull(started.run()))).isInstanceOf(Look.Going.class);
        }
    }

    private static Look lookWithLog(String log) {
        try (LocalServer storage = LocalServer.answering(Response.json(200, log));
                LocalServer server =
                        LocalServer.answering(LATER, Response.empty(302).with("Location", storage.url() + "/log"))) {
            return StitchServer.replication(server, Requests.stitch("")).look(OURS);
        }
    }
}
