package io.syncstep.local.simulator.hightouch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sync as {@code GET /syncs} tells it: without a name, and with third-party credentials in its configuration. */
record SyncRow(
        String id,
        String slug,
        String workspaceId,
        String createdAt,
        String updatedAt,
        String destinationId,
        String modelId,
        Map<String, Object> configuration,
        @Nullable Map<String, Object> schedule,
        String status,
        boolean disabled,
        @Nullable String lastRunAt,
        String primaryKey,
        Map<String, String> tags) {

    private static final String LONG_AGO = "2025-03-01T09:00:00.000Z";

    /** A sync at a moment. Its status is that of its latest run, whoever started it. */
    static SyncRow of(Sync sync, Optional<SyncRun> latest, Instant now) {
        String runStatus = latest.map(run -> run.status(now)).orElse("pending");
        return new SyncRow(
                sync.id(),
                sync.slug(),
                "1",
                LONG_AGO,
                LONG_AGO,
                sync.destinationId(),
                sync.modelId(),
                Map.of("mode", "upsert", "headers", Map.of("X-Api-Key", "a-third-party-secret")),
                schedule(sync.scheduleType()),
                sync.disabled() ? "disabled" : runStatus,
                sync.disabled(),
                latest.map(run -> RunRow.time(run.createdAt())).orElse(null),
                "id",
                sync.tags());
    }

    private static @Nullable Map<String, Object> schedule(@Nullable String type) {
        return type == null
                ? null
                : Map.of("type", type, "schedule", Map.of("interval", Map.of("quantity", 1, "unit", "hour")));
    }
}
