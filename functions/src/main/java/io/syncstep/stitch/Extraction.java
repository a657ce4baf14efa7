package io.syncstep.stitch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Fields;
import io.syncstep.sync.Phases;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record of the extraction list; see <a href="https://www.stitchdata.com/docs/developers/stitch-connect/api">List last
 * extractions</a>.
 */
record Extraction(JsonNode json) {

    /** By the start; one that does not tell it counts as the oldest. */
    static final Comparator<Extraction> STARTED =
            Comparator.comparing(Extraction::startedAt, Comparator.nullsFirst(Comparator.naturalOrder()));

    String jobName() {
        return json.path("job_name").asText();
    }

    String sourceId() {
        return json.path("source_id").asText();
    }

    @Nullable
    Instant startedAt() {
        return Fields.instant(json, "start_time");
    }

    @Nullable
    Instant completedAt() {
        return Fields.instant(json, "completion_time");
    }

    boolean isCompleted() {
        return json.hasNonNull("completion_time");
    }

    boolean isStartedAfter(Instant instant) {
        Instant started = startedAt();
        return started != null && started.isAfter(instant);
    }

    @Nullable
    Phases phases() {
        Phases phases = new Phases(
                Fields.integer(json, "discovery_exit_status"),
                Fields.integer(json, "tap_exit_status"),
                Fields.integer(json, "target_exit_status"));
        return phases.isKnown() ? phases : null;
    }

    /** The first phase that failed: any status but 0 and null is a failure. */
    @Nullable
    String failedPhase() {
        return PHASES.stream().filter(this::isFailed).findFirst().orElse(null);
    }

    /** {@code discovery 0, tap 1, target none}. */
    String exitStatuses() {
        return PHASES.stream().map(phase -> phase + " " + exitStatus(phase)).collect(Collectors.joining(", "));
    }

    private String exitStatus(String phase) {
        Long status = Fields.integer(json, phase + "_exit_status");
        return status != null ? status.toString() : json.hasNonNull(phase + "_exit_status") ? "unreadable" : "none";
    }

    private boolean isFailed(String phase) {
        JsonNode status = json.path(phase + "_exit_status");
        return !status.isMissingNode() && !status.isNull() && !(status.isNumber() && status.doubleValue() == 0);
    }

    /** Whether a phase is through, and well. */
    boolean isThrough(String phase) {
        return json.hasNonNull(phase + "_exit_status") && !isFailed(phase);
    }

    /** Whether it did its work to the end, so that its duration tells something. */
    boolean isDone() {
        return isCompleted() && isThrough("tap") && isThrough("target") && failedPhase() == null;
    }

    /** The phase that an extraction in progress is in. */
    String currentPhase() {
        return PHASES.stream()
                .filter(phase -> !json.hasNonNull(phase + "_exit_status"))
                .findFirst()
                .orElse("loading");
    }

    @Nullable
    String description(String phase) {
        return Fields.text(json, phase + "_description");
    }

    private static final List<String> PHASES = List.of("discovery", "tap", "target");
}
