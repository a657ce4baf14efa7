package io.syncstep.stitch;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.sync.Pace;
import io.syncstep.sync.Profile;
import io.syncstep.sync.StopCall;
import java.time.Duration;
import java.util.List;

/** What holds for every source at Stitch; see <a href="https://www.stitchdata.com/docs">its documentation</a>. */
public final class Stitch {

    /** {@code {"accessToken", "baseUrl"?}}. */
    public static final CredentialShape CREDENTIAL =
            new CredentialShape("accessToken", "Bearer", "https://api.stitchdata.com", List.of());

    /** An account has 30 list requests per 10 minutes for everything, so that a source alone must not ask more often than that allows. */
    private static final Pace PACE = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(10), ExtractionShelf.RATION);

    static final Profile SOURCES = new Profile("Stitch", PACE, StopCall.WHATEVER_RUNS, false);

    private Stitch() {}
}
