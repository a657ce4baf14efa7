package io.syncstep.overview;

import io.syncstep.sync.Phases;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one sync, source or job stands; null is what is not known. Free of secrets: of a task's settings nothing else than this is
 * ever kept.
 *
 * @param slug the name in the address of its page
 * @param name for a person
 * @param providerStatus the provider's own word
 * @param enabled false where somebody switched it off at the provider
 * @param schedule the kind of schedule that the provider itself still runs: whoever schedules here as well pays twice
 * @param model what a Hightouch sync reads
 * @param destination where it writes
 * @param lastRunAt what the provider calls so, else the end of the last run, else the start of the one in progress
 * @param url its page
 * @param phases the exit statuses of a Stitch source's last extraction
 */
public record TaskState(
        String taskId,
        @Nullable String slug,
        String name,
        Status status,
        @Nullable String providerStatus,
        boolean enabled,
        @Nullable String schedule,
        @Nullable String model,
        @Nullable String destination,
        @Nullable String destinationType,
        @Nullable Instant lastRunAt,
        @Nullable Instant createdAt,
        @Nullable Map<String, String> tags,
        @Nullable String url,
        @Nullable Phases phases) {

    public TaskState {
        if (taskId.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a task must have an id and a name, got " + taskId + " and " + name);
        }
    }

    /** Whether somebody switched it off at the provider, and its status does not say so anyway. */
    public boolean isPaused() {
        return !enabled && status != Status.DISABLED && status != Status.SYSTEM_PAUSED;
    }
}
