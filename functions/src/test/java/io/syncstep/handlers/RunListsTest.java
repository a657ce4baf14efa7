package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.TaskRuns;
import io.syncstep.sync.ProviderName;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The latest runs of a task of each provider, over HTTP, beside the lists of tasks. */
class RunListsTest {

    private static final String EXTRACTIONS = "/v4/3/extractions";

    private static TaskLists lists(LocalServer server) {
        EnvironmentCredentials store = new EnvironmentCredentials("""
                {"hightouch/a":{"apiKey":"k","baseUrl":"%1$s"},
                 "dbt/a":{"serviceToken":"t","accountId":1,"baseUrl":"%1$s"},
                 "stitch/a":{"accessToken":"s","baseUrl":"%1$s"}}""".formatted(server.url()));
        return new TaskLists(new Wiring(Clock.systemUTC(), store, TaskLists.LIMITS));
    }

    private static LocalServer providers() {
        return LocalServer.answering(call -> switch (call.target()) {
            case "/v4/sources" -> Response.json(200, "[{\"id\":5,\"stitch_client_id\":3}]");
            case "/v4/sources/5" -> Response.json(200, "{\"id\":5,\"stitch_client_id\":3}");
            case EXTRACTIONS -> Response.json(200, "{\"data\":[{\"job_name\":\"9\",\"source_id\":5}]}");
            default -> Response.json(200, "{\"data\":[{\"id\":9,\"status\":\"success\"}]}");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyProviderTellsTheRunsOfATask(ProviderName provider) {
        try (LocalServer server = providers()) {
            TaskRuns runs = new RunLists(lists(server)).apply(new AccountName(provider, "a"));

            assertThat(runs.read("5").rows())
                    .singleElement()
                    .satisfies(run -> assertThat(run.runId()).isEqualTo("9"));
        }
    }

    @Test
    void whatTheListsHaveReadOfARationedListIsNotReadAgain() {
        AccountName name = new AccountName(ProviderName.STITCH, "a");
        try (LocalServer server = providers()) {
            TaskLists lists = lists(server);
            assertThat(lists.apply(name).read().rows()).hasSize(1);
            assertThat(new RunLists(lists).apply(name).read("5").rows()).hasSize(1);

            assertThat(server.lines()).containsOnlyOnce("GET " + EXTRACTIONS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutACredentialNothingIsAsked(ProviderName provider) {
        try (LocalServer server = providers()) {
            TaskRuns runs = new RunLists(lists(server)).apply(new AccountName(provider, "missing"));

            assertThatThrownBy(() -> runs.read("5")).isInstanceOf(CredentialNotFound.class);
            assertThat(server.calls()).isEmpty();
        }
    }
}
