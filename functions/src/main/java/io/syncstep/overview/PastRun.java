package io.syncstep.overview;

import io.syncstep.sync.Rows;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task, ended or in progress; null is what the provider does not tell.
 *
 * @param providerStatus the provider's own word
 * @param startedAt when it began, else when it was asked for
 * @param finishedAt null while it is in progress
 * @param message what went wrong, for a person, free of secrets
 * @param url its page
 */
public record PastRun(
        @Nullable String runId,
        Status status,
        @Nullable String providerStatus,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Rows rows,
        @Nullable String message,
        @Nullable String url) {

    /** From start to end, or null where one of them is not known or they contradict each other. */
    public @Nullable Duration duration() {
        return startedAt == null || finishedAt == null || finishedAt.isBefore(startedAt)
                ? null
                : Duration.between(startedAt, finishedAt);
    }
}
