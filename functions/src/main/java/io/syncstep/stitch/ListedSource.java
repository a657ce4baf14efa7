package io.syncstep.stitch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source as {@code GET /v4/sources} tells it, without its properties, which may hold secrets; see
 * <a href="https://www.stitchdata.com/docs/developers/stitch-connect/api">List sources</a>.
 *
 * @param name the display name, else the name
 */
record ListedSource(
        String id,
        @Nullable String clientId,
        @Nullable String name,
        boolean deleted,
        boolean paused,
        boolean systemPaused,
        boolean configured,
        @Nullable String schedule,
        @Nullable Instant createdAt) {

    static ListedSource of(JsonNode row, Api api) {
        String display = Fields.text(row, "display_name");
        String name = display == null ? Fields.text(row, "name") : display;
        String step = Fields.text(row.path("report_card"), "current_step_type");
        return new ListedSource(
                Objects.requireNonNull(Fields.id(row, "id")),
                Fields.id(row, "stitch_client_id"),
                name == null ? null : api.clean(name.strip()),
                row.hasNonNull("deleted_at"),
                row.hasNonNull("paused_at"),
                row.hasNonNull("system_paused_at"),
                step == null || step.equals("fully_configured"),
                schedule(row),
                Fields.instant(row, "created_at"));
    }

    /** Its type, else what its properties set: a cron expression goes before a frequency. */
    private static @Nullable String schedule(JsonNode row) {
        String type = Fields.text(row.path("schedule"), "type");
        if (type != null) {
            return type.contains("cron") ? "cron" : "interval";
        }
        if (row.path("properties").hasNonNull("cron_expression")) {
            return "cron";
        }
        return row.path("properties").hasNonNull("frequency_in_minutes") ? "interval" : null;
    }

    /** @param listKnown whether the list of extractions was read to its end, so that a source without one never ran */
    TaskState state(LastExtractions last, boolean listKnown) {
        boolean runs = !paused && !systemPaused;
        return new TaskState(
                id,
                null,
                name == null ? id : name,
                status(last, listKnown),
                null,
                runs,
                runs && configured ? schedule : null,
                null,
                null,
                null,
                last.lastRunAt(),
                createdAt,
                null,
                null,
                last.phases());
    }

    private Status status(LastExtractions last, boolean listKnown) {
        if (!configured) {
            return Status.NOT_CONFIGURED;
        }
        if (systemPaused) {
            return Status.SYSTEM_PAUSED;
        }
        Status verdict = last.verdict();
        if (verdict == null) {
            return listKnown ? Status.PENDING : Status.UNKNOWN;
        }
        return verdict;
    }
}
