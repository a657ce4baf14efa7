package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Patience;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.Phases;
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

/** What the overview tells of the sources of an account, and that it stays within the account's budget. */
class SourceOverviewTest {

    private static final Instant START = Instant.parse("2026-11-22T07:00:00Z");

    private final SettableClock clock = new SettableClock(StitchServer.NOW);
    private final OverviewShelves shelves = new OverviewShelves(clock);

    private static String source(String fields) {
        return "{\"id\":120643,\"stitch_client_id\":116078,\"name\":\"shop\",\"created_at\":\"2025-03-01T09:00:00Z\""
                + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    private Listed<TaskState> read(LocalServer server) {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
        Api api = new Api(
                new Http(),
                Credentials.of("accessToken", StitchServer.TOKEN, server.url())
                        .account(ProviderName.STITCH, Stitch.CREDENTIAL),
                budget,
                clock);
        return new StitchTaskList(api, shelves, new Patience(Duration.ofMillis(1), budget)).read();
    }

    private TaskState only(String sourceFields, String... extractions) {
        try (LocalServer server = account("[" + source(sourceFields) + "]", StitchServer.list(extractions))) {
            Listed<TaskState> listed = read(server);
            assertThat(listed.problem()).isNull();
            assertThat(listed.rows()).hasSize(1);
            return listed.rows().getFirst();
        }
    }

    private static LocalServer account(String sources, Response extractions) {
        return LocalServer.answering(
                call -> call.target().equals("/v4/sources") ? Response.json(200, sources) : extractions);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, true, Healthy",
        "null, 0, 0, true, Healthy",
        "0, 1, null, true, Failing",
        "2, null, null, true, Failing",
        "0, 0, 7, true, Failing",
        "0, 1, null, false, Failing",
        "0, null, null, false, Running",
        "null, null, null, true, Cancelled",
        "0, 0, null, true, Cancelled"
    })
    void theLastExtractionsVerdictIsTheStatus(
            String discovery, String tap, String target, boolean completed, String word) {
        TaskState task = only(
                "",
                StitchServer.extraction(
                        StitchServer.JOB, START, completed ? START.plusSeconds(90) : null, discovery, tap, target));

        assertThat(task.status().word()).isEqualTo(word);
        assertThat(task.providerStatus()).isNull();
        assertThat(task.lastRunAt()).isEqualTo(completed ? START.plusSeconds(90) : START);
    }

    @Test
    void ofTwoRecordsTheNewestIsTheVerdictAndTheEndOfTheLastThatEndedIsItsLastRun() {
        String ended = StitchServer.extraction("ended", START, START.plusSeconds(90), "0", "1", "null");
        String going = StitchServer.extraction("going", START.plusSeconds(600), null, "0", "null", "null");

        for (TaskState task : List.of(only("", ended, going), only("", going, ended))) {
            assertThat(task.status()).isEqualTo(Status.RUNNING);
            assertThat(task.lastRunAt()).isEqualTo(START.plusSeconds(90));
            assertThat(task.phases()).isEqualTo(new Phases(0L, null, null));
        }
    }

    @Test
    void aSourceThatNeverRanIsPending() {
        TaskState task = only("");

        assertThat(task.status()).isEqualTo(Status.PENDING);
        assertThat(task.name()).isEqualTo("shop");
        assertThat(task.enabled()).isTrue();
        assertThat(task.lastRunAt()).isNull();
        assertThat(task.createdAt()).isEqualTo(Instant.parse("2025-03-01T09:00:00Z"));
    }

    @Test
    void aRecordThatSaysNothingIsUnknown() {
        assertThat(only("", "{\"job_name\":\"j\",\"source_id\":120643}").status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void whatWasNeverSetUpAndWhatTheSystemPausedGoBeforeTheVerdict() {
        String good = StitchServer.good(StitchServer.JOB, START);

        assertThat(only(
                                "\"report_card\":{\"current_step_type\":\"form\"},\"system_paused_at\":\"2026-11-01T00:00:00Z\"",
                                good)
                        .status())
                .isEqualTo(Status.NOT_CONFIGURED);
        assertThat(only("\"system_paused_at\":\"2026-11-01T00:00:00Z\"", good).status())
                .isEqualTo(Status.SYSTEM_PAUSED);
    }

    @Test
    void aSourceThatItsUserPausedKeepsItsVerdictAndRunsNoSchedule() {
        TaskState task = only(
                "\"display_name\":\"Shop <script>\\\"\",\"paused_at\":\"2026-11-01T00:00:00Z\",\"schedule\":{\"type\":\"interval\"}",
                StitchServer.good(StitchServer.JOB, START));

        assertThat(task.status()).isEqualTo(Status.HEALTHY);
        assertThat(task.enabled()).isFalse();
        assertThat(task.schedule()).isNull();
        assertThat(task.phases()).isEqualTo(new Phases(0L, 0L, 0L));
        assertThat(task.name()).isEqualTo("Shop <script>\"");
    }

    @Test
    void theScheduleIsTheTypeElseWhatThePropertiesSet() {
        assertThat(only("\"schedule\":{\"type\":\"cron\"}").schedule()).isEqualTo("cron");
        assertThat(only("\"properties\":{\"frequency_in_minutes\":\"30\"}").schedule())
                .isEqualTo("interval");
        assertThat(only("\"properties\":{\"frequency_in_minutes\":\"30\",\"cron_expression\":\"0 * * * *\"}")
                        .schedule())
                .isEqualTo("cron");
        assertThat(only("").schedule()).isNull();
    }

    @Test
    void deletedSourcesAreNotListed() {
        try (LocalServer server =
                account("[" + source("\"deleted_at\":\"2026-01-01T00:00:00Z\"") + "]", StitchServer.list())) {
            assertThat(read(server).rows()).isEmpty();
        }
    }

    @Test
    void aSourceThatCannotBeReadIsCountedAndTheOthersAreShown() {
        String sources = "[{\"name\":\"broken\"}," + source("") + ",null]";
        try (LocalServer server = account(sources, StitchServer.list(StitchServer.good(StitchServer.JOB, START)))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).hasSize(1);
            assertThat(listed.rows().getFirst().status()).isEqualTo(Status.HEALTHY);
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
            assertThat(listed.problem().message()).contains("list of sources", "2 of its 3 entries");
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void anExtractionThatCannotBeReadMayBeThatOfASourceWithoutOne() {
        try (LocalServer server =
                account("[" + source("") + "]", StitchServer.list("{\"job_name\":null,\"source_id\":120643}"))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows().getFirst().status()).isEqualTo(Status.UNKNOWN);
            assertThat(Objects.requireNonNull(listed.problem()).message()).contains("list of extractions");
        }
    }

    @Test
    void withoutTheExtractionsTheSourcesAreShownWithAnUnknownStatus() {
        try (LocalServer server = account("[" + source("") + "]", Response.empty(500))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows().getFirst().status()).isEqualTo(Status.UNKNOWN);
            assertThat(Objects.requireNonNull(listed.problem()).message()).contains("extractions", "500");
        }
    }

    @Test
    void withoutAClientIdThereIsNoListOfExtractions() {
        try (LocalServer server = account("[{\"id\":1}]", StitchServer.list())) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows().getFirst().name()).isEqualTo("1");
            assertThat(Objects.requireNonNull(listed.problem()).message()).contains("stitch_client_id");
        }
    }

    @Test
    void everyPageOfExtractionsIsRead() {
        try (LocalServer server = LocalServer.answering(call -> switch (call.target()) {
            case "/v4/sources" -> Response.json(200, "[" + source("") + "]");
            case "/v4/116078/extractions" ->
                StitchServer.pageBefore("/next", StitchServer.extraction("7", "other", START, START, "0", "0", "0"));
            default -> StitchServer.list(StitchServer.good(StitchServer.JOB, START));
        })) {
            assertThat(read(server).rows().getFirst().status()).isEqualTo(Status.HEALTHY);
            assertThat(server.lines()).endsWith("GET /v4/116078/extractions?page=2");
        }
    }

    @Test
    void overviewsWithoutEndStayWithinTheBudget() {
        try (LocalServer server = account("[" + source("") + "]", Response.empty(502))) {
            for (int i = 0; i < 60; i++) {
                read(server);
                clock.pass(Duration.ofSeconds(10));
            }
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("extractions"))
                    .hasSizeLessThanOrEqualTo(30);
        }
    }
}
