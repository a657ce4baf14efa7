package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.http.Limits;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.Overview;
import io.syncstep.overview.OverviewReader;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.RawServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The lists of all three providers, over HTTP, beside a provider that does not answer. */
class TaskListsTest {

    private static final Limits SHORT =
            new Limits(Duration.ofMillis(600), Duration.ofSeconds(1), Duration.ofSeconds(15));

    @Test
    void aProviderThatDoesNotAnswerIsAskedThreeTimesAndHidesNoOther() throws IOException {
        try (RawServer silent = new RawServer(TaskListsTest::listen);
                LocalServer healthy =
                        LocalServer.answering(Response.json(200, "{\"data\":[{\"id\":5,\"name\":\"Job\"}]}"))) {
            Overview overview = read(silent, healthy);

            assertThat(silent.requests()).hasSize(3).allMatch(request -> request.startsWith("GET /syncs?"));
            assertThat(overview.accounts().getFirst().tasks()).isEmpty();
            assertThat(Objects.requireNonNull(overview.accounts().getFirst().problem())
                            .error())
                    .isEqualTo(SyncError.PROVIDER_ERROR);
            assertThat(overview.accounts().get(1).tasks()).hasSize(1);
            assertThat(overview.accounts().get(2).problem()).isNotNull();
        }
    }

    /** Until nobody waits for an answer any longer. */
    private static void listen(RawServer.Connection connection) throws IOException {
        while (connection.read()) {}
    }

    private static Overview read(RawServer silent, LocalServer healthy) {
        EnvironmentCredentials store =
                new EnvironmentCredentials("""
                {"hightouch/a":{"apiKey":"k","baseUrl":"%s"},
                 "dbt/b":{"serviceToken":"t","accountId":1,"baseUrl":"%s"},
                 "stitch/c":{"accessToken":"s","baseUrl":"%s"}}""".formatted(silent.url(), healthy.url(), healthy.url()));
        TaskLists lists = new TaskLists(new Wiring(Clock.systemUTC(), store, SHORT));
        return new OverviewReader(lists)
                .read(List.of(
                        new AccountName(ProviderName.HIGHTOUCH, "a"),
                        new AccountName(ProviderName.DBT, "b"),
                        new AccountName(ProviderName.STITCH, "c")));
    }

    @Test
    void theTimeOfAnAccountLeavesRoomWithinTheReadersLimit() {
        Duration lateAnswer = Duration.ofSeconds(1);

        assertThat(TaskLists.LIMITS.together().plus(lateAnswer)).isLessThan(OverviewReader.LONGEST);
        assertThat(TaskLists.LIMITS.read().multipliedBy(3)).isLessThanOrEqualTo(TaskLists.LIMITS.together());
    }
}
