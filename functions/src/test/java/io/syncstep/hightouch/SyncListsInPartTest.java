package io.syncstep.hightouch;

import static io.syncstep.hightouch.Workspace.DESTINATION;
import static io.syncstep.hightouch.Workspace.MODEL;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A workspace that can be read in part is shown in part, and is not reachable. */
class SyncListsInPartTest {

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
}
