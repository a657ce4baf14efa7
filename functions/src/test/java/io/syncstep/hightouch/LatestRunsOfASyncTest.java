package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.overview.Listed;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Patience;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Rows;
import io.syncstep.sync.Rows.Counts;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look at one sync tells of its latest runs, and what it asks for it. */
class LatestRunsOfASyncTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T07:00:00Z");
    private static final String TOKEN = HightouchServer.TOKEN;

    private static Listed<PastRun> read(LocalServer server, String syncId) {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
        Credentials store = new Credentials(
                "{\"apiKey\":\"" + TOKEN + "\",\"workspaceSlug\":\"acme\",\"baseUrl\":\"" + server.url() + "\"}");
        Api api = new Api(
                new Http(),
                store.account(ProviderName.HIGHTOUCH, Hightouch.CREDENTIAL),
                budget,
                new SettableClock(HightouchServer.NOW));
        return new HightouchTaskRuns(api, new Patience(Duration.ofMillis(1), budget)).read(syncId);
    }

    private static Listed<PastRun> answered(Response... answers) {
        try (LocalServer server = LocalServer.answering(answers)) {
            return read(server, "7");
        }
    }

    private static PastRun only(String status, String fields) {
        Listed<PastRun> listed = answered(HightouchServer.list(HightouchServer.run("42", status, CREATED, fields)));
        assertThat(listed.problem()).isNull();
        assertThat(listed.rows()).hasSize(1);
        return listed.rows().getFirst();
    }

    private static String numbered(int number) {
        return HightouchServer.run(Integer.toString(number), "success", CREATED.plusSeconds(number), "");
    }

    @ParameterizedTest
    @CsvSource({
        "success, Healthy",
        "warning, Warning",
        "failed, Aborted/Failed",
        "cancelled, Cancelled",
        "interrupted, Incomplete",
        "queued, Queued",
        "querying, Querying",
        "processing, In Progress",
        "reporting, In Progress",
        "rebalancing, Unknown"
    })
    void everyStatusHasTheWordOfTheScreens(String status, String word) {
        PastRun run = only(status, "");

        assertThat(run.status().word()).isEqualTo(word);
        assertThat(run.providerStatus()).isEqualTo(status);
    }

    @Test
    void aRunIsToldWithItsTimesItsRowsItsErrorAndItsPage() {
        PastRun run = only(
                "failed",
                "\"startedAt\":\"2026-11-22T07:00:03Z\",\"finishedAt\":\"2026-11-22T07:01:01Z\","
                        + "\"plannedRows\":{\"addedCount\":7,\"changedCount\":0,\"removedCount\":null},"
                        + "\"error\":\"No such table <script>\"");

        assertThat(run.runId()).isEqualTo("42");
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-11-22T07:00:03Z"));
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(58));
        assertThat(run.rows()).isEqualTo(new Rows(new Counts(7L, 0L, null), null, null));
        assertThat(run.message()).isEqualTo("No such table <script>");
        assertThat(run.url()).isEqualTo("https://app.hightouch.com/acme/syncs/7/runs/42");
    }

    @Test
    void aRunThatWaitsTellsWhenItWasAskedForAndNoEnd() {
        PastRun run = only("queued", "\"startedAt\":null,\"finishedAt\":null,\"error\":null");

        assertThat(run.startedAt()).isEqualTo(CREATED);
        assertThat(run.finishedAt()).isNull();
        assertThat(run.duration()).isNull();
        assertThat(run.rows()).isNull();
        assertThat(run.message()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNewestTwentyComeFirstWhateverTheOrderOfTheList(boolean newestFirst) {
        List<String> runs = IntStream.range(0, 350)
                .mapToObj(i -> numbered(newestFirst ? 349 - i : i))
                .toList();
        try (LocalServer server = LocalServer.answering(call -> HightouchServer.page(runs, call.target()))) {
            List<PastRun> read = read(server, "7").rows();

            assertThat(read)
                    .extracting(PastRun::runId)
                    .containsExactlyElementsOf(IntStream.range(0, 20)
                            .mapToObj(i -> Integer.toString(349 - i))
                            .toList());
        }
    }

    @Test
    void aRunThatWaitsBehindALaterStartStaysTheNewest() {
        String going = HightouchServer.run("1", "querying", CREATED, "\"startedAt\":\"2026-11-22T07:30:00Z\"");
        String waiting = HightouchServer.run("2", "queued", CREATED.plusSeconds(60), "");

        assertThat(answered(HightouchServer.list(going, waiting)).rows())
                .extracting(PastRun::runId)
                .containsExactly("2", "1");
    }

    @Test
    void aRunThatIsListedTwiceIsToldOnceAndOneWithoutTimesIsTheLast() {
        assertThat(answered(HightouchServer.list("{\"id\":9,\"status\":\"success\"}", numbered(1), numbered(1)))
                        .rows())
                .extracting(PastRun::runId)
                .containsExactly("1", "9");
    }

    @Test
    void secretsAreTakenOutOfEveryTextAndLongOnesAreCut() {
        String nearTheCut = "x".repeat(95) + TOKEN;
        PastRun run = only(
                nearTheCut,
                "\"error\":{\"Authorization\":\"Bearer " + TOKEN + "\",\"text\":\"" + "y".repeat(9000) + "\"}");

        assertThat(run.toString()).doesNotContain(TOKEN.substring(0, 5));
        assertThat(Objects.requireNonNull(run.message()).length()).isLessThan(4100);
        assertThat(Objects.requireNonNull(run.providerStatus()).length()).isLessThan(110);
    }

    @Test
    void aSyncThatNeverRanHasNoRuns() {
        try (LocalServer server = LocalServer.answering(
                HightouchServer.list(), Response.json(200, "{\"id\":\"7\",\"configuration\":{}}"))) {
            Listed<PastRun> listed = read(server, "7");

            assertThat(listed.rows()).isEmpty();
            assertThat(listed.problem()).isNull();
            assertThat(server.lines()).hasSize(2).endsWith("GET /syncs/7");
        }
    }

    @Test
    void anUnknownSyncIsNotFoundEvenWhereItsListIsEmpty() {
        for (Listed<PastRun> listed :
                List.of(answered(Response.empty(404)), answered(HightouchServer.list(), Response.empty(404)))) {
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.NOT_FOUND);
            assertThat(listed.problem().message()).contains("sync 7", "404 Not Found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "+1", "1.5", "07", "..", "1/../2", "1?x=2", "1 OR 1", "١", "9223372036854775808"})
    void whatIsNoIdIsToldAndNothingIsAsked(String id) {
        try (LocalServer server = LocalServer.answering(HightouchServer.list(numbered(1)))) {
            Listed<PastRun> listed = read(server, id);

            assertThat(listed.rows()).isEmpty();
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.INVALID_REQUEST);
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void theLargestIdIsOne() {
        try (LocalServer server = LocalServer.answering(HightouchServer.list(numbered(1)))) {
            assertThat(read(server, "9223372036854775807").rows()).hasSize(1);
        }
    }

    @Test
    void a401IsUnauthorizedWithTheProvidersWords() {
        Listed<PastRun> listed = answered(
                Response.json(401, "{\"message\":\"Authentication error\",\"details\":\"" + TOKEN + " is invalid\"}"));

        assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.UNAUTHORIZED);
        assertThat(listed.problem().message())
                .contains("runs of sync 7", "Authentication error", "is invalid")
                .doesNotContain(TOKEN);
    }

    @Test
    void aReadThatFailsTwiceIsRepeatedTwiceAndAThirdFailureIsTheEnd() {
        Response list = HightouchServer.list(numbered(1));
        assertThat(answered(Response.empty(503), Response.empty(502), list).rows())
                .hasSize(1);

        try (LocalServer server = LocalServer.answering(Response.json(503, "\"out of order\""))) {
            Listed<PastRun> listed = read(server, "7");

            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
            assertThat(listed.problem().message()).contains("503 Service Unavailable", "out of order");
            assertThat(server.calls()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "<html>", "", "{\"data\":7}", "{\"data\":[{}]}"})
    void garbageIsNoList(String body) {
        Listed<PastRun> listed = answered(Response.json(200, body));

        assertThat(listed.rows()).isEmpty();
        assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
    }
}
