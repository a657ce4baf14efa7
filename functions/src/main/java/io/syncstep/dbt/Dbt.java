package io.syncstep.dbt;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.sync.Pace;
import io.syncstep.sync.Profile;
import io.syncstep.sync.StopCall;
import java.time.Duration;
import java.util.List;

/** What holds for every job at dbt Cloud; see <a href="https://docs.getdbt.com/dbt-cloud/api-v2">its API</a>. */
public final class Dbt {

    /** {@code {"serviceToken", "accountId", "baseUrl"?}}. */
    public static final CredentialShape CREDENTIAL = new CredentialShape(
            "serviceToken", "Token", "https://cloud.getdbt.com", "/api/v2/accounts/{accountId}", List.of());

    /** A job takes minutes, and its run some seconds to start at all. */
    private static final Pace PACE = new Pace(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofSeconds(1));

    static final Profile JOBS = new Profile("dbt Cloud", PACE, StopCall.OUR_RUN, true);

    private Dbt() {}
}
