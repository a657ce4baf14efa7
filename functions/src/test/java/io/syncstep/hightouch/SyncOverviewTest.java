package io.syncstep.hightouch;

import static io.syncstep.hightouch.Workspace.DESTINATION;
import static io.syncstep.hightouch.Workspace.MODEL;
import static io.syncstep.hightouch.Workspace.read;
import static io.syncstep.hightouch.Workspace.sync;
import static io.syncstep.hightouch.Workspace.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.Listed;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import io.syncstep.testing.LocalServer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the overview tells of a sync. */
class SyncOverviewTest {

    private static TaskState only(String syncFields) {
        try (LocalServer server = workspace(List.of(sync("1", syncFields)), List.of(MODEL), List.of(DESTINATION))) {
            Listed<TaskState> listed = read(server);
            assertThat(listed.problem()).isNull();
            assertThat(listed.rows()).hasSize(1);
            return listed.rows().getFirst();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "success, Healthy",
        "pending, Pending",
        "querying, Querying",
        "preparing, Preparing",
        "queued, Queued",
        "processing, In Progress",
        "reporting, In Progress",
        "interrupted, Incomplete",
        "failed, Aborted/Failed",
        "warning, Warning",
        "cancelled, Cancelled",
        "disabled, Disabled",
        "rebalancing, Unknown"
    })
    void everyStatusHasTheWordOfTheScreens(String status, String word) {
        TaskState task = only("\"status\":\"" + status + "\"");

        assertThat(task.status().word()).isEqualTo(word);
        assertThat(task.providerStatus()).isEqualTo(status);
    }

    @Test
    void disabledGoesBeforeAllElseAndRunsNoSchedule() {
        TaskState task = only("\"status\":\"failed\",\"disabled\":true,\"schedule\":{\"type\":\"cron\"}");

        assertThat(task.status()).isEqualTo(Status.DISABLED);
        assertThat(task.enabled()).isFalse();
        assertThat(task.providerStatus()).isEqualTo("failed");
        assertThat(task.schedule()).isNull();
    }

    @Test
    void aSyncIsNamedByModelAndDestinationAndToldWithoutItsConfiguration() {
        TaskState task = only(
                "\"status\":\"success\",\"schedule\":{\"type\":\"interval\",\"schedule\":{}},"
                        + "\"configuration\":{\"password\":\"third-party-secret\"},"
                        + "\"lastRunAt\":\"2026-11-22T09:00:00+01:00\",\"createdAt\":\"2025-03-01T09:00:00.000Z\",\"tags\":{\"team\":\"crm\"}");

        assertThat(task.name()).isEqualTo("orders → Salesforce");
        assertThat(task.model()).isEqualTo("orders");
        assertThat(task.destination()).isEqualTo("Salesforce");
        assertThat(task.destinationType()).isEqualTo("salesforce");
        assertThat(task.schedule()).isEqualTo("interval");
        assertThat(task.enabled()).isTrue();
        assertThat(task.lastRunAt()).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(task.createdAt()).isEqualTo(Instant.parse("2025-03-01T09:00:00Z"));
        assertThat(task.tags()).containsEntry("team", "crm");
        assertThat(task.url()).isEqualTo("https://app.hightouch.com/acme/syncs/1");
        assertThat(task.toString()).doesNotContain("third-party-secret");
    }

    @Test
    void tagsThatAreNoTextsAreToldAsOneAndNullIsAbsent() {
        TaskState task = only("\"tags\":{\"a\":null,\"l\":[1,2],\"o\":{\"x\":\"" + HightouchServer.TOKEN
                + "\"},\"n\":7,\"b\":true,\"e\":\"\"}");

        assertThat(task.tags()).containsOnlyKeys("l", "o", "n", "b", "e");
        assertThat(task.tags())
                .containsEntry("l", "[1,2]")
                .containsEntry("n", "7")
                .containsEntry("b", "true")
                .containsEntry("e", "");
        assertThat(Objects.requireNonNull(task.tags()).get("o"))
                .startsWith("{\"x\":")
                .doesNotContain(HightouchServer.TOKEN);
    }

    @Test
    void whatIsNotToldOrWasDeletedIsAbsent() {
        try (LocalServer server = workspace(
                List.of(sync("1", "\"status\":null,\"schedule\":null"), "{\"id\":2}"),
                List.of(),
                List.of(DESTINATION))) {
            List<TaskState> tasks = read(server).rows();

            assertThat(tasks.getFirst().name()).isEqualTo("slug-1");
            assertThat(tasks.getFirst().model()).isNull();
            assertThat(tasks.getFirst().destination()).isEqualTo("Salesforce");
            assertThat(tasks.get(1).name()).isEqualTo("2");
            assertThat(tasks.get(1).status()).isEqualTo(Status.UNKNOWN);
            assertThat(tasks.get(1).lastRunAt()).isNull();
            assertThat(tasks.get(1).tags()).isNull();
        }
    }

    @Test
    void anIdThatIsTheTokenIsNone() {
        try (LocalServer server = workspace(
                List.of(sync("1", ""), sync(HightouchServer.TOKEN, "")), List.of(MODEL), List.of(DESTINATION))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).extracting(TaskState::taskId).containsExactly("1");
            assertThat(listed.problem()).isNotNull();
        }
    }

    @Test
    void aTokenInANameIsNotTold() {
        assertThat(only("\"tags\":{\"k\":\"" + HightouchServer.TOKEN + "\"},\"status\":\"" + HightouchServer.TOKEN
                                + "\"")
                        .toString())
                .doesNotContain(HightouchServer.TOKEN);
    }
}
