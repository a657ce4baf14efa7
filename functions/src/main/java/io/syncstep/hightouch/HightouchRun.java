package io.syncstep.hightouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Rows;
import io.syncstep.sync.Rows.Counts;
import io.syncstep.sync.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run as the API tells it; see <a href="https://hightouch.com/docs/api-reference">List Sync Runs</a>. */
record HightouchRun(JsonNode json) {

    private static final int LONGEST_STATUS = 100;

    String id() {
        return json.path("id").asText();
    }

    boolean hasId() {
        return Fields.id(json, "id") != null;
    }

    /** Empty where it is not told. */
    String status() {
        String status = Fields.text(json, "status");
        return status == null ? "" : Text.cut(status, LONGEST_STATUS);
    }

    @Nullable
    Instant createdAt() {
        return Fields.instant(json, "createdAt");
    }

    @Nullable
    Instant startedAt() {
        return Fields.instant(json, "startedAt");
    }

    @Nullable
    Instant finishedAt() {
        return Fields.instant(json, "finishedAt");
    }

    /** The status for a person; cut last, as a half of a secret could not be found. */
    @Nullable
    String word(Api api) {
        String status = Fields.text(json, "status");
        return status == null ? null : Text.cut(api.clean(status), LONGEST_STATUS);
    }

    boolean isCreatedSince(Instant instant) {
        Instant created = createdAt();
        return created != null && !created.isBefore(instant);
    }

    /** Whether it has not ended; a word that nobody knows counts as long as there is no end time. */
    boolean isInProgress() {
        return switch (status()) {
            case "success", "warning", "failed", "cancelled", "interrupted" -> false;
            case "queued", "querying", "processing", "reporting" -> true;
            default -> finishedAt() == null;
        };
    }

    /** Whether it did its work to the end: a failed run, or one that somebody cancelled, tells nothing of how long that takes. */
    boolean isDone() {
        return status().equals("success") || status().equals("warning");
    }

    boolean isQueued() {
        return status().equals("queued");
    }

    Facts facts(@Nullable String status, @Nullable String message, @Nullable String url) {
        return new Facts(
                status,
                Fields.number(json, "completionRatio"),
                message,
                startedAt(),
                finishedAt(),
                rows(),
                null,
                null,
                url);
    }

    /** Its error: a text as a rule, and whatever else it may become as JSON. */
    @Nullable
    String error() {
        JsonNode error = json.path("error");
        return error.isContainerNode() && !error.isEmpty() ? error.toString() : Fields.text(json, "error");
    }

    @Nullable
    Rows rows() {
        Counts planned = counts("plannedRows");
        Counts successful = counts("successfulRows");
        Counts failed = counts("failedRows");
        return planned == null && successful == null && failed == null ? null : new Rows(planned, successful, failed);
    }

    private @Nullable Counts counts(String field) {
        JsonNode block = json.path(field);
        if (!block.isObject()) {
            return null;
        }
        return new Counts(
                Fields.integer(block, "addedCount"),
                Fields.integer(block, "changedCount"),
                Fields.integer(block, "removedCount"));
    }
}
