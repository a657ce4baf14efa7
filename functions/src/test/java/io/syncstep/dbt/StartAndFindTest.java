package io.syncstep.dbt;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job is looked at and started, and its run is found by its cause when the answer was lost. */
class StartAndFindTest {

    private static final Instant NOW = DbtServer.NOW;
    private static final Run NEW = Run.notStarted("43167", NOW);
    private static final String LIST = "GET " + DbtServer.ACCOUNT
            + "/runs/?job_definition_id=43167&order_by=-created_at&limit=100&include_related=%5B%22trigger%22%5D";

    @Test
    void theDocumentedAnswerNamesTheRunAndTheCauseNamesTheExecution() {
        try (LocalServer server = LocalServer.answering(Response.json(200, Fixture.of("dbt/trigger.json")))) {
            assertThat(DbtServer.runs(server.url(), Requests.dbt("")).start(NEW))
                    .isEqualTo(new StartAnswer.Started("34929305"));

            assertThat(server.lines()).containsExactly("POST " + DbtServer.ACCOUNT + "/jobs/43167/run/");
            assertThat(server.calls().getFirst().body()).isEqualTo("{\"cause\":\"" + DbtServer.CAUSE + "\"}");
        }
    }

    @Test
    void anIdBesideANoIsInDoubt() {
        try (LocalServer server =
                LocalServer.answering(Response.json(200, "{\"status\":{\"is_success\":false},\"data\":{\"id\":7}}"))) {
            assertThat(DbtServer.runs(server.url(), Requests.dbt("")).start(NEW))
                    .isInstanceOf(StartAnswer.InDoubt.class);
        }
    }

    @Test
    void theRunThatIsGoingGoesBeforeTheQueuedOnes() {
        assertThat(inProgress(row("43", "1", -60), row("42", "3", -70), row("41", "1", -80), row("40", "10", -90)))
                .contains("42");
        assertThat(inProgress(row("43", "1", -60), row("42", "2", -70))).contains("42");
    }

    @Test
    void ofQueuedRunsTheFirstIsInProgress() {
        assertThat(inProgress(row("43", "1", -60), row("41", "1", -80))).contains("41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "20", "30", "7", "null", "\"Running\""})
    void everyOtherStatusIsNotInProgress(String status) {
        assertThat(inProgress(row("41", status, -80))).isEmpty();
    }

    @Test
    void aRunInProgressBehindAFullPageOfQueuedOnesIsSeen() {
        String[] queued = IntStream.range(0, DbtApi.PAGE)
                .mapToObj(i -> row(Integer.toString(1000 - i), "1", -i))
                .toArray(String[]::new);
        try (LocalServer server = LocalServer.answering(
                DbtServer.list(queued), DbtServer.list(row("42", "3", -700), row("41", "10", -900)))) {
            assertThat(prepared(server)).contains("42");
            assertThat(server.lines()).containsExactly(LIST, LIST + "&offset=100");
        }
    }

    @Test
    void theRunWhoseCauseNamesTheExecutionIsOurs() {
        assertThat(find(row("43", "1", 2), ours("42", 1), row("41", "3", 0))).isEqualTo(new Sighting.One("42"));
    }

    @Test
    void aCauseBesideTheTriggerCountsToo() {
        assertThat(find("{\"id\":42,\"status\":1,\"cause\":\"" + DbtServer.CAUSE + "\",\"trigger\":null}"))
                .isEqualTo(new Sighting.One("42"));
    }

    @Test
    void anExecutionWhoseNameOnlyBeginsLikeOursIsAnother() {
        assertThat(find(DbtServer.row("42", "1", NOW, DbtServer.CAUSE + "7"))).isEqualTo(new Sighting.None());
    }

    @Test
    void severalRunsOfOurCauseAreAllNamed() {
        assertThat(find(ours("43", 60), ours("42", 1))).isEqualTo(new Sighting.Several(List.of("43", "42")));
    }

    /** It is of the same execution before it was redriven: five seconds are allowed for clocks. */
    @Test
    void aRunOfOurCauseThatWasCreatedBeforeTheCallIsNotTheLostOne() {
        assertThat(find(ours("42", -4))).isEqualTo(new Sighting.One("42"));
        assertThat(find(ours("42", -6))).isEqualTo(new Sighting.None());
    }

    @Test
    void whereARunDoesNotTellItsCauseNobodyCanSayThatItIsNotOurs() {
        String untold = "{\"id\":43,\"status\":1,\"created_at\":\"" + DbtServer.written(NOW) + "\",\"trigger\":null}";

        assertThat(find(untold, row("41", "3", 1)))
                .isEqualTo(new Sighting.Unanswered("run 43, which does not tell its cause"));
        assertThat(find(untold, ours("42", 1))).isEqualTo(new Sighting.One("42"));
        assertThat(find(untold.replace(DbtServer.written(NOW), DbtServer.written(NOW.minusSeconds(60)))))
                .isEqualTo(new Sighting.None());
    }

    @Test
    void theListIsReadAsFarBackAsTheCallAndNoFurther() {
        String[] since = IntStream.range(0, DbtApi.PAGE)
                .mapToObj(i -> row(Integer.toString(1000 - i), "1", 200 - i))
                .toArray(String[]::new);
        String[] before = IntStream.range(0, DbtApi.PAGE)
                .mapToObj(i -> i == 0 ? ours("42", 1) : row(Integer.toString(800 - i), "10", -i))
                .toArray(String[]::new);
        try (LocalServer server = LocalServer.answering(DbtServer.list(since), DbtServer.list(before))) {
            assertThat(DbtServer.runs(server.url(), Requests.dbt("")).find(Runs.inDoubt("43167", NOW)))
                    .isEqualTo(new Sighting.One("42"));
            assertThat(server.lines()).containsExactly(LIST, LIST + "&offset=100");
        }
    }

    @Test
    void aRunWithoutAnIdMakesTheListNoAnswer() {
        assertThat(find("{\"status\":1}")).isInstanceOf(Sighting.Unanswered.class);
    }

    private static String row(String id, String status, int seconds) {
        return DbtServer.row(id, status, NOW.plusSeconds(seconds), "scheduled");
    }

    private static String ours(String id, int seconds) {
        return DbtServer.row(id, "1", NOW.plusSeconds(seconds), DbtServer.CAUSE);
    }

    private static Sighting find(String... rows) {
        try (LocalServer server = LocalServer.answering(DbtServer.list(rows))) {
            Sighting sighting = DbtServer.runs(server.url(), Requests.dbt("")).find(Runs.inDoubt("43167", NOW));
            assertThat(server.lines()).containsExactly(LIST);
            return sighting;
        }
    }

    private static Optional<String> inProgress(String... rows) {
        try (LocalServer server = LocalServer.answering(DbtServer.list(rows))) {
            return prepared(server);
        }
    }

    private static Optional<String> prepared(LocalServer server) {
        Read<Optional<Prepared>> read = DbtServer.runs(server.url(), Requests.dbt("\"ifRunning\":\"attach\""))
                .prepare();
        return ((Read.Got<Optional<Prepared>>) read).value().orElseThrow().runInProgress();
    }
}
