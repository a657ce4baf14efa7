package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Look;
import io.syncstep.sync.Run;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list that is read anyway tells how long the source's extraction before ours took. */
class PastExtractionTest {

    private static final Instant BEFORE = StitchServer.NOW.minusSeconds(3600);
    private static final Run OURS = Runs.started("120643", StitchServer.JOB, StitchServer.NOW);

    @Test
    void theExtractionBeforeOursTellsItsDuration() {
        assertThat(pastOf(OURS, StitchServer.good("116078.120643.sync.before", BEFORE)))
                .containsExactly(60L);
    }

    @Test
    void soItDoesForARunThatIsAttachedTo() {
        Run attached = Runs.attached("120643", null, StitchServer.NOW);

        assertThat(pastOf(attached, StitchServer.good("116078.120643.sync.before", BEFORE)))
                .containsExactly(60L);
    }

    @ParameterizedTest
    @CsvSource({"0,0,1", "1,null,null", "null,null,null", "0,null,0"})
    void oneThatDidNotDoItsWorkTellsNone(String discovery, String tap, String target) {
        String failed = StitchServer.extraction(
                "116078.120643.sync.before", BEFORE, BEFORE.plusSeconds(60), discovery, tap, target);

        assertThat(pastOf(OURS, failed)).isEmpty();
    }

    @Test
    void anotherSourcesTellsNone() {
        String other =
                StitchServer.extraction("7", "116078.7.sync.before", BEFORE, BEFORE.plusSeconds(60), "0", "0", "0");

        assertThat(pastOf(OURS, other)).isEmpty();
    }

    private static List<Long> pastOf(Run run, String extraction) {
        try (LocalServer server = LocalServer.answering(StitchServer.list(extraction))) {
            Look look =
                    StitchServer.replication(server, Requests.stitch("")).look(run.noted(Map.of("clientId", "116078")));
            assertThat(look).isInstanceOf(Look.Going.class);
            return ((Look.Going) look).run().past().seconds();
        }
    }
}
