package io.syncstep.hightouch;

import static io.syncstep.hightouch.Workspace.DESTINATION;
import static io.syncstep.hightouch.Workspace.numbered;
import static io.syncstep.hightouch.Workspace.read;
import static io.syncstep.hightouch.Workspace.sync;
import static io.syncstep.hightouch.Workspace.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.Listed;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the overview asks of a workspace, and what becomes of lists that can't be read. */
class SyncListsTest {

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
}
