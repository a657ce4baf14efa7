package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Prepared;
import io.syncstep.sync.Read;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.StopCall;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sync is resolved, looked at and triggered. */
class StartASyncTest {

    private static final Instant NOW = HightouchServer.NOW;
    private static final String PAST_RUNS =
            "GET /syncs/%s/runs?after=2026-10-23T08%%3A00%%3A00Z&orderBy=createdAt&limit=100";
    private static final Run NEW = Run.notStarted("1127166", NOW);

    @Test
    void theDocumentedAnswerNamesTheRun() {
        try (LocalServer server = LocalServer.answering(Response.json(200, Fixture.of("hightouch/trigger.json")))) {
            assertThat(HightouchServer.syncRuns(server, Requests.hightouch("")).start(NEW))
                    .isEqualTo(new StartAnswer.Started("42"));

            assertThat(server.lines()).containsExactly("POST /syncs/1127166/trigger");
            assertThat(server.calls().getFirst().body()).isEqualTo("{}");
        }
    }

    @Test
    void aFullResyncIsAskedForInTheBody() {
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"id\":9007199254740993}"))) {
            assertThat(HightouchServer.syncRuns(server, Requests.hightouch("\"fullResync\":true"))
                            .start(NEW))
                    .isEqualTo(new StartAnswer.Started("9007199254740993"));

            assertThat(server.calls().getFirst().body()).isEqualTo("{\"fullResync\":true}");
        }
    }

    @Test
    void a200WithTheShapeOfA422IsASureNo() {
        try (LocalServer server =
                LocalServer.answering(Response.json(200, Fixture.of("hightouch/validation-failed.json")))) {
            assertThat(HightouchServer.syncRuns(server, Requests.hightouch("")).start(NEW))
                    .isInstanceOfSatisfying(
                            StartAnswer.Rejected.class,
                            rejected -> assertThat(rejected.refusal().words())
                                    .contains("Validation failed", "invalid integer number"));
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":{}}", "[]"})
    void a200ThatNamesNoRunIsInDoubt(String body) {
        try (LocalServer server = LocalServer.answering(Response.json(200, body))) {
            assertThat(HightouchServer.syncRuns(server, Requests.hightouch("")).start(NEW))
                    .isInstanceOf(StartAnswer.InDoubt.class);
        }
    }

    @Test
    void beforeAStartOnlyPastRunsAreAskedForAndOnce() {
        try (LocalServer server = LocalServer.answering(Response.empty(500))) {
            assertThat(prepare(server, Requests.hightouch("")))
                    .isEqualTo(new Read.Got<>(Optional.of(new Prepared("1127166", Optional.empty()))));
            assertThat(server.lines()).containsExactly(PAST_RUNS.formatted("1127166"));
        }
    }

    @Test
    void aSlugIsLookedUpBeforeTheStart() {
        try (LocalServer server = LocalServer.answering(
                Response.json(
                        200,
                        "{\"data\":[{\"id\":\"7\",\"slug\":\"orders-to-crm-2\"},{\"id\":\"8\",\"slug\":\"orders-to-crm\"}]}"))) {
            assertThat(prepare(server, Requests.hightouchSlug("")))
                    .isEqualTo(new Read.Got<>(Optional.of(new Prepared("8", Optional.empty()))));
            assertThat(server.lines()).containsExactly("GET /syncs?slug=orders-to-crm", PAST_RUNS.formatted("8"));
        }
    }

    @Test
    void aSlugOfSeveralSyncsIsRefusedAndNamesThem() {
        String one = "{\"id\":\"7\",\"slug\":\"orders-to-crm\"}";
        String other = "{\"id\":\"8\",\"slug\":\"orders-to-crm\"}";
        try (LocalServer server =
                LocalServer.answering(Response.json(200, "{\"data\":[" + one + "," + other + "," + one + "]}"))) {
            assertThat(prepare(server, Requests.hightouchSlug("")))
                    .isInstanceOfSatisfying(Read.Refused.class, refused -> {
                        assertThat(refused.refusal().words()).contains("7, 8", "syncId");
                        assertThat(refused.refusal().error()).isEqualTo(SyncError.PROVIDER_ERROR);
                    });
        }
        try (LocalServer server = LocalServer.answering(Response.json(200, "{\"data\":[" + one + "," + one + "]}"))) {
            assertThat(prepare(server, Requests.hightouchSlug("")))
                    .isEqualTo(new Read.Got<>(Optional.of(new Prepared("7", Optional.empty()))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[]}", "{\"data\":[{\"id\":\"7\",\"slug\":\"another\"}]}"})
    void anUnknownSlugIsNoTask(String body) {
        try (LocalServer server = LocalServer.answering(Response.json(200, body))) {
            assertThat(prepare(server, Requests.hightouchSlug(""))).isEqualTo(new Read.Got<>(Optional.empty()));
        }
    }

    @Test
    void thereIsNoCallThatStopsARun() {
        try (LocalServer server = LocalServer.answering(Response.empty(200))) {
            HightouchSyncRuns runs = HightouchServer.syncRuns(server, Requests.hightouch(""));

            assertThat(runs.stopCall()).isEqualTo(StopCall.NONE);
            assertThat(runs.stop(Runs.started("1127166", "42", NOW))).isInstanceOf(StopAnswer.NotStopped.class);
            assertThat(server.calls()).isEmpty();
        }
    }

    private static Read<Optional<Prepared>> prepare(LocalServer server, Request request) {
        return HightouchServer.syncRuns(server, request).prepare();
    }
}
