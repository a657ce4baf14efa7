package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/** One sync of a sequence, and how its run stands; null is what the provider does not tell. */
public record Member(
        @Nullable String taskId,
        @Nullable String runId,
        @Nullable String status,
        @Nullable String url) {}
