package io.syncstep.local.simulator.stitch;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source as {@code GET /v4/sources} tells it: its properties may hold secrets, its run status is not in it. */
record SourceRow(
        long id,
        long stitch_client_id,
        String name,
        String display_name,
        String type,
        String created_at,
        String updated_at,
        @Nullable String deleted_at,
        @Nullable String paused_at,
        @Nullable String system_paused_at,
        Map<String, String> schedule,
        Map<String, String> properties,
        Map<String, Object> report_card) {

    private static final String LONG_AGO = "2025-03-01T09:00:00Z";

    static SourceRow of(Source source, long clientId) {
        return new SourceRow(
                source.id(),
                clientId,
                source.name(),
                source.displayName(),
                source.type(),
                LONG_AGO,
                LONG_AGO,
                time(source.deletedAt()),
                time(source.pausedAt()),
                time(source.systemPausedAt()),
                Map.of("type", "interval", "expression", "30 minutes"),
                Map.of("frequency_in_minutes", "30", "user", "stitch", "host", "db.example.com"),
                reportCard(source));
    }

    private static Map<String, Object> reportCard(Source source) {
        int step = source.configured() ? 5 : 1;
        String stepType = source.configured() ? "fully_configured" : "form";
        return Map.of("type", source.type(), "current_step", step, "current_step_type", stepType);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Extraction.time(at);
    }
}
