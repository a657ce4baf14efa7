package io.syncstep.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider tells of a run; null is what it does not tell.
 *
 * @param providerStatus the provider's own word
 * @param completionRatio 0..1, for display only: it is no sign of the end
 * @param message the provider's own text about the run, free of secrets
 * @param members the syncs of a sequence, or null for anything else
 * @param url the run's page
 */
public record Facts(
        @Nullable String providerStatus,
        @Nullable Double completionRatio,
        @Nullable String message,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Rows rows,
        @Nullable Phases phases,
        @Nullable List<Member> members,
        @Nullable String url) {

    public static final Facts NONE = new Facts(null, null, null, null, null, null, null, null, null);

    /** Nothing but the page of the run. */
    public static Facts page(@Nullable String url) {
        return new Facts(null, null, null, null, null, null, null, null, url);
    }

    Facts begunAt(@Nullable Instant since) {
        return new Facts(providerStatus, completionRatio, message, since, finishedAt, rows, phases, members, url);
    }
}
