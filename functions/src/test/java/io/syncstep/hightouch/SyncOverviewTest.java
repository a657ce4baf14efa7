package io.syncstep.hightouch;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the overview tells of the syncs of a workspace, and what it asks for it. */
class SyncOverviewTest {

    private static final String MODEL = "{\"id\":501,\"name\":\"orders\"}";
    private static final String DESTINATION = "{\"id\":\"601\",\"name\":\"Salesforce\",\"type\":\"salesforce\"}";

    private static String sync(String id, String fields) {
        return "{\"id\":\"" + id + "\",\"slug\":\"slug-" + id + "\",\"modelId\":\"501\",\"destinationId\":\"601\""
                + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    private static Listed<TaskState> read(LocalServer server) {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
        Credentials store = new Credentials("{\"apiKey\":\"" + HightouchServer.TOKEN
                + "\",\"workspaceSlug\":\"acme\",\"baseUrl\":\"" + server.url() + "\"}");
        Api api = new Api(
                new Http(),
                store.account(ProviderName.HIGHTOUCH, Hightouch.CREDENTIAL),
                budget,
                new SettableClock(HightouchServer.NOW));
        return new HightouchTaskList(api, new Patience(Duration.ofMillis(1), budget)).read();
    }

    private static LocalServer workspace(List<String> syncs, List<String> models, List<String> destinations) {
        return LocalServer.answering(call -> switch (call.target().replaceAll("\\?.*", "")) {
            case "/syncs" -> HightouchServer.page(syncs, call.target());
            case "/models" -> silent(HightouchServer.page(models, call.target()));
            default -> silent(HightouchServer.page(destinations, call.target()));
        });
    }

    /** A page that does not say whether there are more. */
    private static Response silent(Response page) {
        return Response.json(200, page.body().replaceAll(",\"hasMore\":(true|false)", ""));
    }

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
        assertThat(Objects.requireNonNull(task.tags()).get("o")).startsWith("{\"x\":").doesNotContain(HightouchServer.TOKEN);
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
    void aThousandSyncsTakeFifteenRequestsAndEachIsJoined() {
        List<String> syncs = numbered(
                1000,
                i -> "{\"id\":\"" + i + "\",\"status\":\"success\",\"modelId\":\"m" + i % 300
                        + "\",\"destinationId\":\"d" + i % 50 + "\"}");
        List<String> models = numbered(300, i -> "{\"id\":\"m" + i + "\",\"name\":\"model " + i + "\"}");
        List<String> destinations = numbered(50, i -> "{\"id\":\"d" + i + "\",\"name\":\"to " + i + "\"}");
        try (LocalServer server = workspace(syncs, models, destinations)) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.problem()).isNull();
            assertThat(listed.rows()).hasSize(1000);
            assertThat(listed.rows().get(999).name()).isEqualTo("model 99 → to 49");
            assertThat(server.calls()).hasSizeLessThanOrEqualTo(15);
        }
    }

    @Test
    void aProviderThatIgnoresTheOffsetIsNotAskedForEver() {
        String all = numbered(150, i -> sync(Integer.toString(i), "")).stream().collect(Collectors.joining(","));
        try (LocalServer server =
                LocalServer.answering(Response.json(200, "{\"data\":[" + all + "],\"hasMore\":true}"))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).hasSize(150);
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
            assertThat(listed.problem().message())
                    .contains("list of syncs", "after 150 entries", "says that there are more");
            assertThat(server.calls()).hasSize(6);
        }
    }

    @Test
    void aFullPageThatComesAgainAndPromisesNothingIsTheWholeList() {
        String all = numbered(100, i -> sync(Integer.toString(i), "")).stream().collect(Collectors.joining(","));
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"data\":[" + all + "]}"))) {
            assertThat(read(server).problem()).isNull();
        }
    }

    @Test
    void anEmptyPageIsTheEndWhateverItPromises() {
        try (LocalServer server = LocalServer.answering(call -> Response.json(
                200,
                "{\"data\":[" + (call.target().endsWith("offset=0") ? sync("1", "") : "") + "],\"hasMore\":true}"))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).hasSize(1);
            assertThat(listed.problem()).isNull();
        }
    }

    private static List<String> numbered(int count, Function<Integer, String> row) {
        return IntStream.range(0, count).boxed().map(row).toList();
    }

    @Test
    void aReadThatFailsTwiceIsRepeatedTwice() {
        int[] refused = {0};
        try (LocalServer server = LocalServer.answering(call -> call.target().startsWith("/syncs")
                ? ++refused[0] <= 2 ? Response.empty(503) : HightouchServer.page(List.of(sync("1", "")), call.target())
                : HightouchServer.page(List.of(), call.target()))) {
            assertThat(read(server).problem()).isNull();
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("/syncs"))
                    .hasSize(3);
        }
    }

    @Test
    void aThirdFailureIsTheEndAndTheSecondPageIsMissed() {
        List<String> syncs = numbered(150, i -> sync(Integer.toString(i), ""));
        try (LocalServer server = LocalServer.answering(call -> call.target().startsWith("/syncs")
                ? call.target().contains("offset=0")
                        ? HightouchServer.page(syncs, call.target())
                        : Response.json(502, "\"out of order\"")
                : HightouchServer.page(List.of(MODEL), call.target()))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).hasSize(100);
            assertThat(listed.rows().getFirst().model()).isEqualTo("orders");
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
            assertThat(listed.problem().message()).contains("syncs", "502 Bad Gateway", "out of order");
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("offset=100"))
                    .hasSize(3);
        }
    }

    @Test
    void withoutTheModelsTheSyncsAreShownAndTheAccountIsNotWhole() {
        try (LocalServer server = LocalServer.answering(call -> call.target().startsWith("/models")
                ? Response.empty(403)
                : HightouchServer.page(
                        List.of(call.target().startsWith("/syncs") ? sync("1", "") : DESTINATION), call.target()))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows().getFirst().name()).isEqualTo("slug-1");
            assertThat(Objects.requireNonNull(listed.problem()).message()).contains("models", "403 Forbidden");
        }
    }

    @Test
    void anEntryThatCannotBeReadIsCountedAndTheOthersAreShown() {
        try (LocalServer server = workspace(
                List.of(sync("1", ""), "{\"id\":null,\"slug\":\"broken\"}", "7", "null", sync("3", "")),
                List.of(MODEL),
                List.of(DESTINATION))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).extracting(TaskState::taskId).containsExactly("1", "3");
            assertThat(listed.rows().getFirst().name()).isEqualTo("orders → Salesforce");
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
            assertThat(listed.problem().message()).contains("list of syncs", "3 of its 5 entries");
            assertThat(server.calls()).hasSize(3);
        }
    }

    @Test
    void aBrokenEntryOnAFullPageDoesNotHideTheNextPage() {
        List<String> syncs = new ArrayList<>(numbered(150, i -> sync(Integer.toString(i), "")));
        syncs.set(50, "{}");
        try (LocalServer server = workspace(syncs, List.of(MODEL), List.of(DESTINATION))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).hasSize(149);
            assertThat(Objects.requireNonNull(listed.problem()).message()).contains("1 of its 150 entries");
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("/syncs"))
                    .hasSize(2);
        }
    }

    @Test
    void aModelThatCannotBeReadLeavesTheOthersJoined() {
        try (LocalServer server =
                workspace(List.of(sync("1", "")), List.of("{\"name\":\"broken\"}", MODEL), List.of(DESTINATION))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows().getFirst().model()).isEqualTo("orders");
            assertThat(Objects.requireNonNull(listed.problem()).message())
                    .contains("list of models", "1 of its 2 entries");
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
    void longConfigurationsAndQueriesDoNotMakeAWorkspaceUnreadable() {
        String query = "select 'ä' ".repeat(5_000);
        List<String> syncs = numbered(100, i -> sync(Integer.toString(i), "\"configuration\":\"" + query + "\""));
        try (LocalServer server = workspace(
                syncs,
                List.of("{\"rawSql\":\"" + query.repeat(60) + "\",\"id\":501,\"name\":\"orders\"}"),
                List.of(DESTINATION))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.problem()).isNull();
            assertThat(listed.rows()).hasSize(100).extracting(TaskState::model).containsOnly("orders");
        }
    }

    @Test
    void aListThatIsLargerThanIsReadSaysSo() {
        String most = "x".repeat(17 * 1024 * 1024);
        try (LocalServer server = workspace(
                List.of(sync("1", "")), List.of("{\"rawSql\":\"" + most + "\",\"id\":501}"), List.of(DESTINATION))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).hasSize(1);
            assertThat(Objects.requireNonNull(listed.problem()).message())
                    .isEqualTo("The list of models could not be read: 200 OK, but the body is larger than 16 MB.");
        }
    }

    @Test
    void a401IsUnauthorizedWithTheProvidersWords() {
        try (LocalServer server = LocalServer.answering(Response.json(
                401,
                "{\"message\":\"Authentication error\",\"details\":\"" + HightouchServer.TOKEN + " is invalid\"}"))) {
            Listed<TaskState> listed = read(server);

            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.UNAUTHORIZED);
            assertThat(listed.problem().message())
                    .contains("Authentication error", "is invalid")
                    .doesNotContain(HightouchServer.TOKEN);
            assertThat(server.calls()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[]", "null", "7", "<html>", "{\"data\":[{}]}"})
    void a200WithoutAListIsNoList(String body) {
        try (LocalServer server = LocalServer.answering(Response.json(200, body))) {
            Listed<TaskState> listed = read(server);

            assertThat(listed.rows()).isEmpty();
            assertThat(Objects.requireNonNull(listed.problem()).error()).isEqualTo(SyncError.PROVIDER_ERROR);
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
