package io.syncstep.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Patience;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the overview tells of the jobs of an account. */
class JobOverviewTest {

    private static final Instant END = Instant.parse("2026-11-22T07:00:00Z");
    private static final String NO_RUN = "\"most_recent_run\":null,\"most_recent_completed_run\":null";

    private static String job(String id, String fields) {
        return "{\"id\":" + id + ",\"name\":\"Job " + id + "\",\"project_id\":9"
                + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    private static String run(int status, String fields) {
        return "{\"id\":1,\"status\":" + status + ",\"status_humanized\":\"Word\"" + fields + "}";
    }

    private static String ended(Instant end) {
        return ",\"started_at\":\"2026-11-22 06:00:00.000000+00:00\",\"finished_at\":\"" + DbtServer.written(end)
                + "\"";
    }

    private static Listed<TaskState> read(LocalServer server) {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
        Api api = new Api(
                new Http(),
                new Credentials(DbtServer.credential("secret-7", server.url()))
                        .account(ProviderName.DBT, Dbt.CREDENTIAL),
                budget,
                new SettableClock(DbtServer.NOW));
        return new DbtTaskList(api, new Patience(Duration.ofMillis(1), budget)).read();
    }

    private static TaskState only(String fields) {
        try (LocalServer server = LocalServer.answering(DbtServer.list(job("5", fields)))) {
            Listed<TaskState> listed = read(server);
            assertThat(listed.problem()).isNull();
            return listed.rows().getFirst();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, Queued", "2, Running", "3, Running", "10, Healthy", "20, Failing", "30, Cancelled", "77, Unknown"})
    void theLastRunsStatusIsTheJobs(int status, String word) {
        TaskState task = only("\"most_recent_run\":" + run(status, ended(END)));

        assertThat(task.status().word()).isEqualTo(word);
        assertThat(task.providerStatus()).isEqualTo("Word");
        assertThat(task.lastRunAt()).isEqualTo(END);
    }

    @Test
    void aJobThatNeverRanIsPending() {
        TaskState task = only(NO_RUN);

        assertThat(task.status()).isEqualTo(Status.PENDING);
        assertThat(task.providerStatus()).isNull();
        assertThat(task.name()).isEqualTo("Job 5");
        assertThat(task.url()).endsWith("/deploy/47%2F11/projects/9/jobs/5");
    }

    @Test
    void aRunInProgressTellsTheEndOfTheOneBeforeElseItsOwnStart() {
        String going = run(3, ",\"started_at\":\"2026-11-22 07:30:00\",\"finished_at\":null");

        assertThat(only("\"most_recent_run\":" + going + ",\"most_recent_completed_run\":" + run(10, ended(END)))
                        .lastRunAt())
                .isEqualTo(END);
        assertThat(only("\"most_recent_run\":" + going).lastRunAt()).isEqualTo(Instant.parse("2026-11-22T07:30:00Z"));
    }

    @Test
    void aScheduleIsToldAsLongAsItRuns() {
        assertThat(only(NO_RUN + ",\"triggers\":{\"schedule\":true}").schedule())
                .isEqualTo("cron");
        assertThat(only(NO_RUN + ",\"triggers\":{\"schedule\":false},\"schedule\":{\"cron\":\"0 * * * *\"}")
                        .schedule())
                .isNull();
        TaskState deactivated = only(NO_RUN + ",\"triggers\":{\"schedule\":true},\"deactivated\":true");
        assertThat(deactivated.schedule()).isNull();
        assertThat(deactivated.enabled()).isFalse();
    }

    @Test
    void deletedJobsAreNotListedAndAllPagesAreRead() {
        String[] first = IntStream.range(0, 100)
                .mapToObj(i -> job(Integer.toString(i + 1), NO_RUN))
                .toArray(String[]::new);
        try (LocalServer server = LocalServer.answering(
                DbtServer.list(first), DbtServer.list(job("200", NO_RUN), job("201", NO_RUN + ",\"state\":2")))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).hasSize(101);
            assertThat(server.lines()).hasSize(2).last().asString().contains("offset=100", "most_recent_run");
        }
    }

    @Test
    void whereJobsComeWithoutTheirRunsTheNewestRunsAreRead() {
        try (LocalServer server = LocalServer.answering(call -> call.target().contains("/jobs/")
                ? DbtServer.list(job("5", ""), job("6", ""))
                : DbtServer.list(
                        "{\"id\":2,\"status\":3,\"job_definition_id\":5,\"started_at\":\"2026-11-22T07:30:00Z\"}",
                        "{\"id\":1,\"status\":20,\"job_definition_id\":5" + ended(END) + "}"))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows().getFirst().status()).isEqualTo(Status.RUNNING);
            assertThat(listed.rows().getFirst().lastRunAt()).isEqualTo(END);
            assertThat(listed.rows().get(1).status()).isEqualTo(Status.PENDING);
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void whereNeitherTellsTheRunsTheStatusIsUnknownAndTheAccountIsNotWhole() {
        try (LocalServer server = LocalServer.answering(
                call -> call.target().contains("/jobs/") ? DbtServer.list(job("5", "")) : Response.empty(500))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows().getFirst().status()).isEqualTo(Status.UNKNOWN);
            assertThat(Objects.requireNonNull(listed.problem()).message()).contains("runs", "500");
        }
    }

    @Test
    void aJobThatCannotBeReadIsCountedAndTheOthersAreShown() {
        try (LocalServer server =
                LocalServer.answering(DbtServer.list("{\"id\":\"\"}", job("5", NO_RUN), "[]", job("6", NO_RUN)))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).extracting(TaskState::taskId).containsExactly("5", "6");
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
            assertThat(listed.problem().message()).contains("list of jobs", "2 of its 4 entries");
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void aRunThatCannotBeReadLeavesTheOthersJoined() {
        try (LocalServer server = LocalServer.answering(call -> call.target().contains("/jobs/")
                ? DbtServer.list(job("5", ""), job("6", ""))
                : DbtServer.list(
                        "{\"id\":null,\"status\":3}",
                        "{\"id\":1,\"status\":20,\"job_definition_id\":5" + ended(END) + "}"))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).extracting(TaskState::status).containsExactly(Status.FAILING, Status.UNKNOWN);
            assertThat(Objects.requireNonNull(listed.problem()).message()).contains("list of runs");
        }
    }

    @Test
    void a200WithoutAListIsNoList() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"data\":{}}"))) {
            assertThat(Objects.requireNonNull(read(server).problem()).message()).contains("without the list of jobs");
        }
    }
}
