package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/** One sync of a sequence, and how its run stands. */
public record Member(
        String taskId,
        @Nullable String runId,
        String status,
        @Nullable String url) {}
