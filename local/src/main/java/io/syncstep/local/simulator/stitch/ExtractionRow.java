package io.syncstep.local.simulator.stitch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An extraction as <code>GET /v4/{client_id}/extractions</code> tells it. */
record ExtractionRow(
        String job_name,
        long stitch_client_id,
        long source_id,
        String source_type,
        String start_time,
        @Nullable String completion_time,
        @Nullable Integer discovery_exit_status,
        @Nullable Integer tap_exit_status,
        @Nullable Integer target_exit_status,
        @Nullable String discovery_description,
        @Nullable String tap_description,
        @Nullable String target_description) {

    private static final int LONGEST_DESCRIPTION = 1024;

    static ExtractionRow of(Extraction extraction, Source source, long clientId, Instant now) {
        Phase discovery = extraction.discovery(now);
        Phase tap = extraction.tap(now);
        Phase target = extraction.target(now);
        return new ExtractionRow(
                extraction.jobName(),
                clientId,
                source.id(),
                source.type(),
                Extraction.time(extraction.startedAt()),
                extraction.isComplete(now) ? Extraction.time(extraction.completesAt()) : null,
                exit(discovery),
                exit(tap),
                exit(target),
                description(discovery),
                extraction.stoppedAt() == null ? description(tap) : "Terminated",
                description(target));
    }

    private static @Nullable Integer exit(@Nullable Phase phase) {
        return phase == null ? null : phase.exit();
    }

    private static @Nullable String description(@Nullable Phase phase) {
        String text = phase == null ? null : phase.description();
        return text == null || text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
    }
}
