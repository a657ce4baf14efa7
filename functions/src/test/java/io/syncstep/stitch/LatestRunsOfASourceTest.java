package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.overview.Listed;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Patience;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look at one source tells of its last extraction, and that it stays within the account's budget. */
class LatestRunsOfASourceTest {

    private static final Instant START = Instant.parse("2026-11-22T07:00:00Z");
    private static final String SOURCE =
            "{\"id\":120643,\"stitch_client_id\":116078,\"name\":\"shop\",\"properties\":{\"password\":\"p\"}}";

    private final SettableClock clock = new SettableClock(StitchServer.NOW);
    private final OverviewShelves shelves = new OverviewShelves(clock);

    private Api api(LocalServer server, TimeBudget budget) {
        return new Api(
                new Http(),
                Credentials.of("accessToken", StitchServer.TOKEN, server.url())
                        .account(ProviderName.STITCH, Stitch.CREDENTIAL),
                budget,
                clock);
    }

    private static Patience patience(TimeBudget budget) {
        return new Patience(Duration.ofMillis(1), budget);
    }

    private Listed<PastRun> read(LocalServer server) {
        return read(server, "120643");
    }

    private Listed<PastRun> read(LocalServer server, String sourceId) {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
        return new StitchTaskRuns(api(server, budget), shelves, patience(budget)).read(sourceId);
    }

    private static LocalServer account(Response extractions) {
        return LocalServer.answering(call -> switch (call.target()) {
            case "/v4/sources" -> Response.json(200, "[" + SOURCE + "]");
            case "/v4/sources/120643" -> Response.json(200, SOURCE);
            default -> extractions;
        });
    }

    private Listed<PastRun> answered(Response extractions) {
        try (LocalServer server = account(extractions)) {
            return read(server);
        }
    }

    private PastRun only(String extraction) {
        Listed<PastRun> listed = answered(StitchServer.list(extraction));
        assertThat(listed.problem()).isNull();
        assertThat(listed.rows()).hasSize(1);
        return listed.rows().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0 | 0 | 0 | true | Healthy | -",
                "null | 0 | 0 | true | Healthy | -",
                "0 | null | null | false | Running | -",
                "0 | 1 | null | true | Failing | Exit statuses: discovery 0, tap 1, target none; tap failed: about tap",
                "0 | 1 | null | false | Failing | Exit statuses: discovery 0, tap 1, target none; tap failed: about tap",
                "0 | 0 | 7 | true | Failing | Exit statuses: discovery 0, tap 0, target 7; target failed: about target",
                "\"x\" | 0 | 0 | true | Failing | Exit statuses: discovery unreadable, tap 0, target 0; discovery failed: about discovery",
                "null | null | null | true | Cancelled | Exit statuses: discovery none, tap none, target none; terminated: about tap"
            })
    void theExtractionsVerdictIsTheStatusAndItsExitStatusesSayWhy(
            String discovery, String tap, String target, boolean completed, String word, String message) {
        PastRun run = only(StitchServer.extraction(
                StitchServer.JOB, START, completed ? START.plusSeconds(90) : null, discovery, tap, target));

        assertThat(run.status().word()).isEqualTo(word);
        assertThat(run.message()).isEqualTo(message);
    }

    @Test
    void anExtractionIsToldByItsJobNameAndItsTimes() {
        PastRun run = only(StitchServer.good(StitchServer.JOB, START));

        assertThat(run.runId()).isEqualTo(StitchServer.JOB);
        assertThat(run.startedAt()).isEqualTo(START);
        assertThat(run.duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(run.providerStatus()).isNull();
        assertThat(run.rows()).isNull();
        assertThat(run.url()).isNull();
    }

    @Test
    void ofAPhaseThatNothingIsSaidAboutTheStatusIsSaid() {
        assertThat(only("{\"job_name\":\"j\",\"source_id\":120643,\"target_exit_status\":2}")
                        .message())
                .isEqualTo("Exit statuses: discovery none, tap none, target 2; target failed.");
    }

    @Test
    void oneInProgressStandsBeforeTheLastThatEndedAndOtherSourcesAreLeftOut() {
        Listed<PastRun> listed = answered(StitchServer.list(
                StitchServer.extraction("7", "other", START.plusSeconds(999), START, "0", "0", "0"),
                StitchServer.good("ended", START),
                StitchServer.extraction("going", START.plusSeconds(600), null, "0", "null", "null")));

        assertThat(listed.rows()).extracting(PastRun::runId).containsExactly("going", "ended");
    }

    @Test
    void secretsAreTakenOutOfADescriptionAndALongOneIsCut() {
        String record = StitchServer.extraction(StitchServer.JOB, START, START, "0", "1", "null")
                .replace(
                        "about tap",
                        "GET https://shop.example, Authorization: Bearer abcdefgh123, <script> " + StitchServer.TOKEN
                                + "y".repeat(9000));
        String message = Objects.requireNonNull(only(record).message());

        assertThat(message)
                .startsWith("Exit statuses: discovery 0, tap 1, target none")
                .contains("<script>")
                .doesNotContain(StitchServer.TOKEN, "abcdefgh123");
        assertThat(message.length()).isLessThan(4100);
    }

    @Test
    void aSourceThatNeverRanHasNoRuns() {
        Listed<PastRun> listed = answered(StitchServer.list());

        assertThat(listed.rows()).isEmpty();
        assertThat(listed.problem()).isNull();
    }

    @Test
    void anUnknownSourceIsNotFoundAndTakesNothingOffTheBudget() {
        try (LocalServer server = LocalServer.answering(Response.json(404, "\"Not Found\""))) {
            Listed<PastRun> listed = read(server);

            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.NOT_FOUND);
            assertThat(listed.problem().message()).contains("source 120643", "404 Not Found");
            assertThat(server.lines()).containsExactly("GET /v4/sources/120643");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "0", "1/sync", "1?page=2", "shop"})
    void whatIsNoIdIsToldAndNothingIsAsked(String id) {
        try (LocalServer server = account(StitchServer.list())) {
            assertThat(Objects.requireNonNull(read(server, id).problem()).error())
                    .isEqualTo(SyncError.INVALID_REQUEST);
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void pagesAreReadUntilOneHasTheSource() {
        try (LocalServer server = LocalServer.answering(call -> switch (call.target()) {
            case "/v4/sources/120643" -> Response.json(200, SOURCE);
            case "/v4/116078/extractions" ->
                StitchServer.pageBefore("/next", StitchServer.extraction("7", "other", START, START, "0", "0", "0"));
            default -> StitchServer.pageBefore("/next", StitchServer.good(StitchServer.JOB, START));
        })) {
            assertThat(read(server).rows()).hasSize(1);
            assertThat(server.lines()).hasSize(3).endsWith("GET /v4/116078/extractions?page=2");
        }
    }

    @Test
    void whatAnOverviewHasReadIsNotReadAgain() {
        try (LocalServer server = account(StitchServer.list(StitchServer.good(StitchServer.JOB, START)))) {
            TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
            new StitchTaskList(api(server, budget), shelves, patience(budget)).read();

            assertThat(read(server).rows()).hasSize(1);
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("extractions"))
                    .hasSize(1);
        }
    }

    @Test
    void looksWithoutEndStayWithinTheBudgetTogetherWithOverviews() {
        try (LocalServer server = account(Response.empty(502))) {
            for (int i = 0; i < 30; i++) {
                TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
                new StitchTaskList(api(server, budget), shelves, patience(budget)).read();
                assertThat(read(server).problem()).isNotNull();
                clock.pass(Duration.ofSeconds(20));
            }
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("extractions"))
                    .hasSizeLessThanOrEqualTo(30);
        }
    }

    @Test
    void a401IsUnauthorizedWithTheProvidersWords() {
        try (LocalServer server = LocalServer.answering(
                Response.json(401, "{\"error\":{\"message\":\"Bad token " + StitchServer.TOKEN + "\"}}"))) {
            Listed<PastRun> listed = read(server);

            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.UNAUTHORIZED);
            assertThat(listed.problem().message())
                    .contains("runs of source 120643", "Bad token")
                    .doesNotContain(StitchServer.TOKEN);
        }
    }

    @Test
    void aListThatFailsTwiceIsAskedForThreeTimesAndAThirdFailureIsTheEnd() {
        int[] asked = {0};
        Response list = StitchServer.list(StitchServer.good(StitchServer.JOB, START));
        try (LocalServer server = LocalServer.answering(call -> call.target().equals("/v4/sources/120643")
                ? Response.json(200, SOURCE)
                : ++asked[0] <= 2 ? Response.empty(500) : list)) {
            assertThat(read(server).rows()).hasSize(1);
        }
        clock.pass(Duration.ofMinutes(2));

        Listed<PastRun> listed = answered(Response.empty(500));
        assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(listed.problem().message()).contains("500 Internal Server Error");
    }

    @Test
    void garbageIsNoList() {
        for (String body : List.of("{}", "[]", "null", "7", "<html>", "{\"data\":7}")) {
            Listed<PastRun> listed = answered(Response.json(200, body));

            assertThat(listed.rows()).isEmpty();
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
            clock.pass(Duration.ofHours(1));
        }
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"id\":120643}"))) {
            assertThat(Objects.requireNonNull(read(server).problem()).message()).contains("stitch_client_id");
        }
    }
}
