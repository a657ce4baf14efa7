package io.syncstep.local.simulator.hightouch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sync as somebody set it up.
 *
 * @param modelId may name a model that was deleted; the destination likewise
 * @param scheduleType {@code interval}, {@code cron}, {@code manual}; null for none
 */
public record Sync(
        String id,
        String slug,
        String modelId,
        String destinationId,
        @Nullable String scheduleType,
        boolean disabled,
        Map<String, String> tags) {

    /** A sync with nothing special about it. */
    public static Sync plain(String id, String slug) {
        return new Sync(id, slug, "501", "601", null, false, Map.of());
    }
}
