package io.syncstep.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Prepared;
import io.syncstep.sync.Read;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What past runs of a job took is learned on the way, and whatever goes wrong with that changes nothing but the schedule. */
class PastRunsTest {

    private static final Instant NOW = DbtServer.NOW;

    @Test
    void successfulRunsAreDurationsFromTheirStartToTheirEnd() {
        assertThat(past("", run(3, 10, 1, 80), run(2, 20, 2, 70), run(1, 10, 3, 60)))
                .containsExactly(80L, 60L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 30, 77})
    void whatDidNotSucceedIsNoDuration(int status) {
        assertThat(past("", run(1, status, 1, 60))).isEmpty();
    }

    @Test
    void theListThatIsReadForARunInProgressTellsThePastToo() {
        String going = "{\"id\":9,\"status\":3,\"started_at\":\"" + written(NOW.minusSeconds(30)) + "\"}";
        try (LocalServer server = LocalServer.answering(DbtServer.list(going, run(8, 10, 1, 60)))) {
            assertThat(prepare(server, "\"ifRunning\":\"attach\""))
                    .isEqualTo(new Prepared(
                            "43167", Optional.of("9"), NOW.minusSeconds(30), new PastDurations(List.of(60L))));
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "null", "{\"data\":7}", "{\"data\":[7,null,[]]}"})
    void nonsenseIsNoHistory(String body) {
        assertUnknown(Response.json(200, body));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 429, 500, 503})
    void aRefusalIsNoHistoryAndNotRepeated(int status) {
        assertUnknown(Response.empty(status));
    }

    private static void assertUnknown(Response response) {
        try (LocalServer server = LocalServer.answering(response)) {
            assertThat(prepare(server, "")).isEqualTo(new Prepared("43167", Optional.empty()));
            assertThat(server.calls()).hasSize(1);
        }
    }

    private static List<Long> past(String fields, String... rows) {
        try (LocalServer server = LocalServer.answering(DbtServer.list(rows))) {
            return prepare(server, fields).past().seconds();
        }
    }

    private static Prepared prepare(LocalServer server, String fields) {
        DbtJobRuns runs = DbtServer.runs(server.url(), Requests.dbt(fields));
        return ((Read.Got<Optional<Prepared>>) runs.prepare()).value().orElseThrow();
    }

    private static String run(int id, int status, int hoursAgo, int seconds) {
        Instant start = NOW.minusSeconds(3600L * hoursAgo);
        return "{\"id\":" + id + ",\"status\":" + status + ",\"started_at\":\"" + written(start)
                + "\",\"finished_at\":\"" + written(start.plusSeconds(seconds)) + "\"}";
    }

    private static String written(Instant time) {
        return DbtServer.written(time);
    }
}
