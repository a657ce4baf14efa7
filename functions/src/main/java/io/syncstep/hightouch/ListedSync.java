package io.syncstep.hightouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sync as {@code GET /syncs} tells it, without its configuration; see <a href="https://hightouch.com/docs/api-reference">List Syncs</a>. */
record ListedSync(
        String id,
        @Nullable String slug,
        @Nullable String modelId,
        @Nullable String destinationId,
        @Nullable String status,
        boolean disabled,
        @Nullable String schedule,
        @Nullable Instant lastRunAt,
        @Nullable Instant createdAt,
        @Nullable Map<String, String> tags) {

    static ListedSync of(JsonNode row, Api api) {
        String status = Neighbour.clean(row, "status", api);
        return new ListedSync(
                HightouchTaskList.id(row),
                Neighbour.clean(row, "slug", api),
                Fields.id(row, "modelId"),
                Fields.id(row, "destinationId"),
                status,
                row.path("disabled").asBoolean() || "disabled".equals(status),
                Neighbour.clean(row.path("schedule"), "type", api),
                Fields.instant(row, "lastRunAt"),
                Fields.instant(row, "createdAt"),
                tags(row.path("tags"), api));
    }

    private static @Nullable Map<String, String> tags(JsonNode tags, Api api) {
        if (!tags.isObject()) {
            return null;
        }
        Map<String, String> clean = new LinkedHashMap<>();
        tags.properties().stream()
                .filter(tag -> !tag.getValue().isNull())
                .forEach(tag -> clean.put(api.clean(tag.getKey()), api.clean(text(tag.getValue()))));
        return Collections.unmodifiableMap(clean);
    }

    /** Lists and objects as JSON, rather than as nothing. */
    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** The name of a sync is that of its model and its destination: it has none of its own. */
    TaskState state(@Nullable Neighbour model, @Nullable Neighbour destination, @Nullable String url) {
        String from = model == null ? null : model.name();
        String to = destination == null ? null : destination.name();
        return new TaskState(
                id,
                slug,
                from != null && to != null ? from + " → " + to : slug != null ? slug : id,
                disabled ? Status.DISABLED : StatusWord.of(status),
                status,
                !disabled,
                runningSchedule(),
                from,
                to,
                destination == null ? null : destination.type(),
                lastRunAt,
                createdAt,
                tags,
                url,
                null);
    }

    /** A disabled sync keeps its schedule, and does not run by it; a manual one has none. */
    private @Nullable String runningSchedule() {
        return disabled || "manual".equals(schedule) ? null : schedule;
    }
}
