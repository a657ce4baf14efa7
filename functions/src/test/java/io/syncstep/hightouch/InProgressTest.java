package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Prepared;
import io.syncstep.sync.Read;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.Requests;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which run of a sync is the one in progress. */
class InProgressTest {

    private static final Instant NOW = HightouchServer.NOW;

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

    private static Optional<String> inProgress(String... listed) {
        try (LocalServer server = LocalServer.answering(HightouchServer.list(listed))) {
            Read<Optional<Prepared>> read = HightouchServer.syncRuns(
                            server, Requests.hightouch("\"ifRunning\":\"attach\""))
                    .prepare();
            return ((Read.Got<Optional<Prepared>>) read).value().orElseThrow().runInProgress();
        }
    }
}
