package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Prepared;
import io.syncstep.sync.Read;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sync is resolved, looked at and triggered; its run is found again when the answer was lost. */
class StartAndFindTest {

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
    void theRunThatIsGoingGoesBeforeTheQueuedOnes() {
        assertThat(inProgress(
                        HightouchServer.run("40", "success", NOW.minusSeconds(900), ""),
                        HightouchServer.run("41", "queued", NOW.minusSeconds(800), ""),
                        HightouchServer.run("42", "processing", NOW.minusSeconds(700), ""),
                        HightouchServer.run("43", "queued", NOW.minusSeconds(600), "")))
                .contains("42");
    }

    @Test
    void ofQueuedRunsTheFirstIsInProgress() {
        assertThat(inProgress(
                        HightouchServer.run("43", "queued", NOW.minusSeconds(600), ""),
                        HightouchServer.run("41", "queued", NOW.minusSeconds(800), "")))
                .contains("41");
    }

    @Test
    void aStatusThatNobodyKnowsIsInProgressUntilItHasAnEnd() {
        assertThat(inProgress(HightouchServer.run("41", "polishing", NOW.minusSeconds(800), "")))
                .contains("41");
        assertThat(inProgress(
                        HightouchServer.run("41", "polished", NOW.minusSeconds(800), "\"finishedAt\":\"" + NOW + "\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "warning", "failed", "cancelled", "interrupted"})
    void anEndedRunIsNotInProgress(String status) {
        assertThat(inProgress(HightouchServer.run("41", status, NOW.minusSeconds(800), "\"finishedAt\":null")))
                .isEmpty();
    }

    @Test
    void aSyncThatNeverRanHasNoneInProgress() {
        assertThat(inProgress()).isEmpty();
    }

    @Test
    void theOnlyRunCreatedSinceTheCallIsOurs() {
        assertThat(find(
                        HightouchServer.run("41", "success", NOW.minusSeconds(60), ""),
                        HightouchServer.run("42", "queued", NOW.plusSeconds(1), "")))
                .isEqualTo(new Sighting.One("42"));
    }

    @Test
    void fiveSecondsAreAllowedForClocks() {
        assertThat(find(HightouchServer.run("42", "queued", NOW.minusSeconds(5), "")))
                .isEqualTo(new Sighting.One("42"));
        assertThat(find(HightouchServer.run("42", "queued", NOW.minusSeconds(6), "")))
                .isEqualTo(new Sighting.None());
    }

    @Test
    void severalCandidatesAreSeveral() {
        assertThat(find(
                        HightouchServer.run("42", "queued", NOW.plusSeconds(1), ""),
                        HightouchServer.run("43", "success", NOW.plusSeconds(2), "")))
                .isEqualTo(new Sighting.Several(List.of("42", "43")));
    }

    @Test
    void aRunListedTwiceIsOne() {
        String ours = HightouchServer.run("42", "queued", NOW.plusSeconds(1), "");

        assertThat(find(ours, ours)).isEqualTo(new Sighting.One("42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"id\":null,", "\"id\":\"\","})
    void aListWithARunWithoutAnIdIsNoAnswer(String id) {
        assertThat(find("{" + id + "\"status\":\"queued\",\"createdAt\":\"" + NOW + "\"}"))
                .isInstanceOf(Sighting.Unanswered.class);
    }

    @Test
    void aRunWithoutATimeIsNoCandidate() {
        assertThat(find("{\"id\":\"42\",\"createdAt\":null}")).isEqualTo(new Sighting.None());
    }

    @Test
    void aLookUpThatIsRefusedSaysNothing() {
        try (LocalServer server = LocalServer.answering(Response.empty(403))) {
            assertThat(HightouchServer.syncRuns(server, Requests.hightouch("")).find(Runs.inDoubt("1127166", NOW)))
                    .isEqualTo(new Sighting.Unanswered("403 Forbidden"));
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

    private static Sighting find(String... listed) {
        try (LocalServer server = LocalServer.answering(HightouchServer.list(listed))) {
            return HightouchServer.syncRuns(server, Requests.hightouch("")).find(Runs.inDoubt("1127166", NOW));
        }
    }

    private static Optional<String> inProgress(String... listed) {
        try (LocalServer server = LocalServer.answering(HightouchServer.list(listed))) {
            Read<Optional<Prepared>> read = prepare(server, Requests.hightouch("\"ifRunning\":\"attach\""));
            return ((Read.Got<Optional<Prepared>>) read).value().orElseThrow().runInProgress();
        }
    }

    private static Read<Optional<Prepared>> prepare(LocalServer server, Request request) {
        return HightouchServer.syncRuns(server, request).prepare();
    }
}
