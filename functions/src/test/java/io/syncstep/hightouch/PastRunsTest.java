package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Prepared;
import io.syncstep.sync.Read;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.RawServer;
import io.syncstep.testing.Requests;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What past runs took is learned on the way, and whatever goes wrong with that changes nothing but the schedule. */
class PastRunsTest {

    private static final Instant NOW = HightouchServer.NOW;

    @Test
    void theNewestComeFirstWhateverTheListsDirection() {
        assertThat(past("", run("1", "success", 3, 60), run("2", "success", 2, 70), run("3", "success", 1, 80)))
                .containsExactly(80L, 70L, 60L);
        assertThat(past("", run("3", "success", 1, 80), run("2", "success", 2, 70), run("1", "success", 3, 60)))
                .containsExactly(80L, 70L, 60L);
    }

    @Test
    void aWarningDidItsWorkAsWell() {
        assertThat(past("", run("1", "warning", 1, 60))).containsExactly(60L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "cancelled", "interrupted", "processing", "queued", "polished", ""})
    void whatDidNotDoItsWorkIsNoDuration(String status) {
        assertThat(past("", run("1", status, 2, 60), run("2", "success", 3, 70)))
                .containsExactly(70L);
    }

    @Test
    void theTimeInTheQueueIsNoPartOfIt() {
        String waited = HightouchServer.run(
                "1", "success", NOW.minusSeconds(5000), times(NOW.minusSeconds(1000), NOW.minusSeconds(900)));

        assertThat(past("", waited)).containsExactly(100L);
    }

    @Test
    void runsWithoutTimesAreLeftOut() {
        assertThat(past(
                        "",
                        HightouchServer.run("1", "success", NOW, "\"startedAt\":null,\"finishedAt\":\"" + NOW + "\""),
                        HightouchServer.run("2", "success", NOW, "\"startedAt\":\"" + NOW + "\",\"finishedAt\":null"),
                        HightouchServer.run("3", "success", NOW, "\"startedAt\":7,\"finishedAt\":\"soon\"")))
                .isEmpty();
    }

    @Test
    void theTwentyNewestAreEnough() {
        String[] runs = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> run("" + i, "success", i, i))
                .toArray(String[]::new);

        assertThat(past("", runs)).hasSize(20).startsWith(1L, 2L, 3L);
    }

    @Test
    void theListThatIsReadForARunInProgressTellsThePastToo() {
        try (LocalServer server = LocalServer.answering(HightouchServer.list(
                run("1", "success", 2, 60),
                HightouchServer.run(
                        "2", "processing", NOW.minusSeconds(40), "\"startedAt\":\"" + NOW.minusSeconds(30) + "\"")))) {
            Prepared prepared = prepare(server, "\"ifRunning\":\"attach\"");

            assertThat(prepared)
                    .isEqualTo(new Prepared(
                            "1127166", Optional.of("2"), NOW.minusSeconds(30), new PastDurations(List.of(60L))));
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "null",
                "{\"data\":7}",
                "{\"data\":[7,null,[]]}",
                "{\"message\":\"Validation failed\",\"details\":{}}"
            })
    void nonsenseIsNoHistory(String body) {
        assertUnknown(Response.json(200, body));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 422, 429, 500, 503})
    void aRefusalIsNoHistoryAndNotRepeated(int status) {
        assertUnknown(Response.empty(status));
    }

    @Test
    void aConnectionThatBreaksIsNoHistory() throws IOException {
        try (RawServer server = new RawServer(connection -> connection.reset())) {
            assertThat(HightouchServer.syncRuns(server.url(), Requests.hightouch(""))
                            .prepare())
                    .isEqualTo(new Read.Got<>(Optional.of(new Prepared("1127166", Optional.empty()))));
        }
    }

    private static void assertUnknown(Response response) {
        try (LocalServer server = LocalServer.answering(response)) {
            assertThat(prepare(server, "")).isEqualTo(new Prepared("1127166", Optional.empty()));
            assertThat(server.calls()).hasSize(1);
        }
    }

    private static List<Long> past(String fields, String... runs) {
        try (LocalServer server = LocalServer.answering(HightouchServer.list(runs))) {
            return prepare(server, fields).past().seconds();
        }
    }

    private static Prepared prepare(LocalServer server, String fields) {
        Read<Optional<Prepared>> read =
                HightouchServer.syncRuns(server, Requests.hightouch(fields)).prepare();
        assertThat(read).isInstanceOf(Read.Got.class);
        return ((Read.Got<Optional<Prepared>>) read).value().orElseThrow();
    }

    /** A run that started so many hours ago, and took so many seconds. */
    private static String run(String id, String status, int hoursAgo, int seconds) {
        Instant started = NOW.minus(Duration.ofHours(hoursAgo));
        return HightouchServer.run(id, status, started.minusSeconds(3), times(started, started.plusSeconds(seconds)));
    }

    private static String times(Instant started, Instant finished) {
        return "\"startedAt\":\"" + started + "\",\"finishedAt\":\"" + finished + "\"";
    }
}
