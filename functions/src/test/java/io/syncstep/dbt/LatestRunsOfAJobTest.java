package io.syncstep.dbt;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look at one job tells of its latest runs, and what it asks for it. */
class LatestRunsOfAJobTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T07:00:00Z");
    private static final String TOKEN = "secret-token-7";

    private static Listed<PastRun> read(LocalServer server, String jobId) {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
        Api api = new Api(
                new Http(),
                new Credentials(DbtServer.credential(TOKEN, server.url())).account(ProviderName.DBT, Dbt.CREDENTIAL),
                budget,
                new SettableClock(DbtServer.NOW));
        return new DbtTaskRuns(api, new Patience(Duration.ofMillis(1), budget)).read(jobId);
    }

    private static Listed<PastRun> answered(Response... answers) {
        try (LocalServer server = LocalServer.answering(answers)) {
            return read(server, "5");
        }
    }

    private static PastRun only(int status, String fields) {
        Listed<PastRun> listed = answered(DbtServer.list("{\"id\":42,\"status\":" + status + fields + "}"));
        assertThat(listed.problem()).isNull();
        return listed.rows().getFirst();
    }

    private static String numbered(int number) {
        return DbtServer.row(Integer.toString(number), "10", CREATED.plusSeconds(number), "a test");
    }

    @ParameterizedTest
    @CsvSource({"1, Queued", "2, Running", "3, Running", "10, Healthy", "20, Failing", "30, Cancelled", "77, Unknown"})
    void everyStatusHasTheWordOfTheOverview(int status, String word) {
        assertThat(only(status, ",\"status_humanized\":\"Word\"").status().word())
                .isEqualTo(word);
        assertThat(only(status, ",\"status_humanized\":\"Word\"").providerStatus())
                .isEqualTo("Word");
        assertThat(only(status, "").providerStatus()).isEqualTo(Integer.toString(status));
    }

    @Test
    void aRunIsToldWithItsTimesItsMessageAndItsPage() {
        PastRun run = only(
                20,
                ",\"created_at\":\"2026-11-22 07:00:00.000000+00:00\",\"started_at\":\"2026-11-22 07:00:09.000000+00:00\","
                        + "\"finished_at\":\"2026-11-22 07:01:09.000000+00:00\",\"status_message\":\"Model <b>orders</b> failed\","
                        + "\"href\":\"https://cloud.getdbt.com/deploy/1/projects/2/runs/42/\"");

        assertThat(run.runId()).isEqualTo("42");
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-11-22T07:00:09Z"));
        assertThat(run.duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(run.message()).isEqualTo("Model <b>orders</b> failed");
        assertThat(run.url()).isEqualTo("https://cloud.getdbt.com/deploy/1/projects/2/runs/42/");
        assertThat(run.rows()).isNull();
    }

    @Test
    void aRunThatWaitsTellsWhenItWasAskedFor() {
        assertThat(only(1, ",\"created_at\":\"2026-11-22T07:00:00Z\",\"started_at\":null")
                        .startedAt())
                .isEqualTo(CREATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,hello",
                "//evil.example/",
                "/deploy/1",
                "https:evil",
                "https://somebody@evil.example/",
                "https://a b/",
                "https://dbt.example/?token=" + TOKEN
            })
    void whatIsNoPageOrHasASecretInItIsNoLink(String href) {
        assertThat(only(20, ",\"href\":\"" + href + "\"").url()).isNull();
    }

    @Test
    void theNewestTwentyComeFirstWhateverTheOrderOfTheList() {
        String[] oldestFirst = IntStream.range(100, 140)
                .mapToObj(LatestRunsOfAJobTest::numbered)
                .toArray(String[]::new);
        try (LocalServer server = LocalServer.answering(DbtServer.list(oldestFirst))) {
            assertThat(read(server, "5").rows())
                    .extracting(PastRun::runId)
                    .containsExactlyElementsOf(IntStream.range(0, 20)
                            .mapToObj(i -> Integer.toString(139 - i))
                            .toList());
            assertThat(server.lines())
                    .singleElement()
                    .asString()
                    .contains("job_definition_id=5&", "order_by=-created_at");
        }
    }

    @Test
    void aFullPageIsEnough() {
        String[] page =
                IntStream.range(0, 100).mapToObj(LatestRunsOfAJobTest::numbered).toArray(String[]::new);
        try (LocalServer server = LocalServer.answering(DbtServer.list(page))) {
            assertThat(read(server, "5").rows()).hasSize(20);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void secretsAreTakenOutOfEveryTextAndLongOnesAreCut() {
        PastRun run = only(
                20,
                ",\"status_humanized\":\"" + "x".repeat(95) + TOKEN + "\",\"status_message\":\"Authorization: Token "
                        + TOKEN + ", " + "y".repeat(9000) + "\"");

        assertThat(run.toString()).doesNotContain(TOKEN.substring(0, 5));
        assertThat(Objects.requireNonNull(run.message()).length()).isLessThan(4100);
        assertThat(Objects.requireNonNull(run.providerStatus()).length()).isLessThan(110);
    }

    @Test
    void aJobThatNeverRanHasNoRuns() {
        try (LocalServer server = LocalServer.answering(DbtServer.list(), DbtServer.run("5", "1", ""))) {
            Listed<PastRun> listed = read(server, "5");

            assertThat(listed.rows()).isEmpty();
            assertThat(listed.problem()).isNull();
            assertThat(server.lines()).hasSize(2).endsWith("GET " + DbtServer.ACCOUNT + "/jobs/5/");
        }
    }

    @Test
    void anUnknownJobIsNotFoundThoughItsListIsEmpty() {
        Listed<PastRun> listed = answered(DbtServer.list(), Response.empty(404));

        assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.NOT_FOUND);
        assertThat(listed.problem().message()).contains("job 5", "404 Not Found");
    }

    @Test
    void whatIsNoIdIsToldAndNothingIsAsked() {
        for (String id : List.of("..", "5/../6", "5&state=2", "orders")) {
            try (LocalServer server = LocalServer.answering(DbtServer.list(numbered(1)))) {
                assertThat(Objects.requireNonNull(read(server, id).problem()).error())
                        .isEqualTo(SyncError.INVALID_REQUEST);
                assertThat(server.calls()).isEmpty();
            }
        }
    }

    @Test
    void a401IsUnauthorizedWithTheProvidersWords() {
        Listed<PastRun> listed = answered(Response.json(
                401,
                "{\"status\":{\"code\":401,\"is_success\":false,\"user_message\":\"Invalid token " + TOKEN + "\"}}"));

        assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.UNAUTHORIZED);
        assertThat(listed.problem().message())
                .contains("runs of job 5", "Invalid token")
                .doesNotContain(TOKEN);
    }

    @Test
    void aReadThatFailsTwiceIsRepeatedTwiceAndAThirdFailureIsTheEnd() {
        assertThat(answered(Response.empty(500), Response.empty(429), DbtServer.list(numbered(1)))
                        .rows())
                .hasSize(1);
        try (LocalServer server = LocalServer.answering(Response.empty(502))) {
            Listed<PastRun> listed = read(server, "5");

            assertThat(Objects.requireNonNull(listed.problem()).message()).contains("502 Bad Gateway");
            assertThat(server.calls()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "7", "<html>", "", "{\"data\":{}}", "{\"data\":[{}]}", "{\"data\":[7]}"})
    void garbageIsNoList(String body) {
        Listed<PastRun> listed = answered(Response.json(200, body));

        assertThat(listed.rows()).isEmpty();
        assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
    }
}
