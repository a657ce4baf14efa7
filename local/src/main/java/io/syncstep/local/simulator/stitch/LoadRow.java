package io.syncstep.local.simulator.stitch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A load as <code>GET /v4/{client_id}/loads</code> tells it: without job and row counts. */
record LoadRow(
        long stitch_client_id,
        String source_name,
        String stream_name,
        @Nullable String last_batch_loaded_at,
        @Nullable Map<String, Object> error_state) {

    static LoadRow loaded(long clientId, Source source, String stream, Extraction extraction) {
        return new LoadRow(clientId, source.name(), stream, Extraction.time(extraction.completesAt()), null);
    }

    static LoadRow failed(long clientId, Source source, String stream) {
        Map<String, Object> reason = Map.of(
                "message", "permission denied",
                "error", "LOADER_WAREHOUSE_ERROR",
                "status", "ERROR",
                "warehouse_message", "ERROR: permission denied for schema " + source.name());
        return new LoadRow(clientId, source.name(), stream, null, Map.of("notification_data", reason));
    }
}
