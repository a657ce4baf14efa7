package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Sighting;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run of a lost start call is found among those that were created since. */
class FindTheRunTest {

    private static final Instant NOW = HightouchServer.NOW;

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

    private static Sighting find(String... listed) {
        try (LocalServer server = LocalServer.answering(HightouchServer.list(listed))) {
            return HightouchServer.syncRuns(server, Requests.hightouch("")).find(Runs.inDoubt("1127166", NOW));
        }
    }
}
