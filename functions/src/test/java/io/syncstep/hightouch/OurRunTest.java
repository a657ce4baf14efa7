package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Look;
import io.syncstep.sync.Run;
import io.syncstep.sync.Verdict;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A look is at our own run, whatever else the list has. */
class OurRunTest {

    private static final Run OURS = Runs.started("1127166", "42", HightouchServer.NOW);

    @Test
    void aRunIsAskedForByItsId() {
        try (LocalServer server = LocalServer.answering(Response.json(200, Fixture.of("hightouch/runs.json")))) {
            HightouchServer.syncRuns(server, Requests.hightouch("")).look(OURS);

            assertThat(server.lines()).containsExactly("GET /syncs/1127166/runs?runId=42");
        }
    }

    @Test
    void aRunThatIsNotListedYetGoesOn() {
        assertThat(HightouchServer.look(OURS, Requests.hightouch(""), HightouchServer.list()))
                .isInstanceOf(Look.Going.class);
    }

    @Test
    void somebodyElsesRunIsNeverTakenForOurs() {
        Look look = HightouchServer.look(
                OURS, Requests.hightouch(""), HightouchServer.list("{\"id\":\"41\",\"status\":\"success\"}"));

        assertThat(look).isInstanceOf(Look.Going.class);
    }

    @Test
    void ourRunIsFoundAmongOthers() {
        Look look = HightouchServer.look(
                OURS,
                Requests.hightouch(""),
                HightouchServer.list(
                        "{\"id\":\"43\",\"status\":\"failed\"}", "{\"id\":\"42\",\"status\":\"success\"}"));

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Ended.class, ended -> assertThat(ended.verdict()).isEqualTo(Verdict.SUCCEEDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "\"9007199254740993\""})
    void anIdAboveDoublePrecisionIsOursAsNumberAndAsText(String id) {
        Run run = Runs.started("1127166", "9007199254740993", HightouchServer.NOW);
        String neighbour = "{\"id\":9007199254740992,\"status\":\"failed\"}";
        try (LocalServer server =
                LocalServer.answering(HightouchServer.list(neighbour, "{\"id\":" + id + ",\"status\":\"success\"}"))) {
            assertThat(HightouchServer.syncRuns(server, Requests.hightouch("")).look(run))
                    .isInstanceOfSatisfying(
                            Look.Ended.class,
                            ended -> assertThat(ended.verdict()).isEqualTo(Verdict.SUCCEEDED));
        }
    }

    @Test
    void aListThatIsNoneIsNoAnswer() {
        assertThat(HightouchServer.look(
                        OURS, Requests.hightouch(""), Response.json(200, "{\"message\":\"Validation failed\"}")))
                .isInstanceOf(Look.Unanswered.class);
        assertThat(HightouchServer.look(OURS, Requests.hightouch(""), Response.json(200, "[]")))
                .isInstanceOf(Look.Unanswered.class);
        assertThat(HightouchServer.look(OURS, Requests.hightouch(""), Response.json(500, "\"Internal Server Error\"")))
                .isInstanceOf(Look.Unanswered.class);
    }

    @Test
    void a401IsRefusedWithTheProvidersOwnWords() {
        assertThat(HightouchServer.look(
                        OURS, Requests.hightouch(""), Response.json(401, Fixture.of("hightouch/unauthorized.json"))))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused -> assertThat(refused.refusal().words())
                                .isEqualTo("401 Unauthorized: Authentication error: Token is invalid"));
    }
}
