package io.syncstep.hightouch;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.http.Api;
import io.syncstep.http.Url;
import io.syncstep.sync.Pace;
import io.syncstep.sync.Profile;
import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.StopCall;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for every task at Hightouch; see <a href="https://hightouch.com/docs">its documentation</a>. */
public final class Hightouch {

    /** {@code {"apiKey", "workspaceSlug"?, "baseUrl"?}}. */
    public static final CredentialShape CREDENTIAL =
            new CredentialShape("apiKey", "Bearer", "https://api.hightouch.com/api/v1", List.of("workspaceSlug"));

    /** 200 requests per 10 s and workspace leave room for many runs at once. */
    public static final Pace PACE = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(1));

    static final Profile SYNCS = new Profile("Hightouch", PACE, StopCall.NONE, true);
    static final Profile SEQUENCES = new Profile("Hightouch", PACE, StopCall.NONE, false);

    /** What asking to stop a run comes to: there is no such call. */
    static final StopAnswer NO_STOP_CALL = new StopAnswer.NotStopped("no call: Hightouch has none to stop a run");

    private Hightouch() {}

    /** The page of a run, or null where the credential does not name the workspace: the API does not tell it. */
    static @Nullable String page(Api api, String syncId, String runId) {
        String sync = page(api, syncId);
        return sync == null ? null : sync + "/runs/" + Url.encode(runId);
    }

    /** Likewise, the page of a sync. */
    static @Nullable String page(Api api, String syncId) {
        String workspace = api.credential().detail("workspaceSlug");
        return workspace == null
                ? null
                : "https://app.hightouch.com/" + Url.encode(workspace) + "/syncs/" + Url.encode(syncId);
    }
}
