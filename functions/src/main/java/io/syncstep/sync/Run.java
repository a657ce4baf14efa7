package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The run of one execution: all that is remembered from one call to the next. The state machine carries it, unread.
 *
 * @param taskId the task's id at the provider
 * @param runId the run's id at the provider, or null while it is not known
 * @param attached whether somebody else started it
 * @param previousRunIds interrupted runs that this one resumes, oldest first
 * @param notes what only the provider's own code reads
 * @param past how long the last good runs of the task took
 */
public record Run(
        String taskId,
        @Nullable String runId,
        boolean attached,
        List<String> previousRunIds,
        Map<String, String> notes,
        Start start,
        Watch watch,
        PastDurations past) {

    private static final Duration LISTED_WITHIN = Duration.ofMinutes(1);

    public Run {
        Objects.requireNonNull(taskId, "taskId");
        previousRunIds = previousRunIds == null ? List.of() : List.copyOf(previousRunIds);
        notes = notes == null ? Map.of() : Map.copyOf(notes);
        start = start == null ? Start.notYet(Instant.EPOCH) : start;
        watch = watch == null ? Watch.NEW : watch;
        past = past == null ? PastDurations.NONE : past;
    }

    /** A run that nobody has asked for yet. */
    public static Run notStarted(String taskId, Instant now) {
        return new Run(taskId, null, false, List.of(), Map.of(), Start.notYet(now), Watch.NEW, PastDurations.NONE);
    }

    /** Whether a start call was sent, or somebody's run is followed. */
    public boolean mayBeStarted() {
        return attached || runId != null || start.calls() > 0;
    }

    /** Whether the provider may not tell of it yet: it is ours, and was asked for within the last minute. */
    public boolean mayBeUnlisted(Instant now) {
        Instant triggeredAt = start.triggeredAt();
        return !attached && triggeredAt != null && now.isBefore(triggeredAt.plus(LISTED_WITHIN));
    }

    public Run identified(String id) {
        return new Run(taskId, id, attached, previousRunIds, notes, start, watch, past);
    }

    public Run noted(Map<String, String> latest) {
        return new Run(taskId, runId, attached, previousRunIds, latest, start, watch, past);
    }

    /** With what is known of the runs before it. */
    public Run after(PastDurations known) {
        return new Run(taskId, runId, attached, previousRunIds, notes, start, watch, known);
    }

    /** With nothing known of it but its page. */
    Run on(@Nullable String page) {
        return with(watch.saw(Facts.page(page)));
    }

    Run attached(@Nullable String id) {
        return new Run(taskId, id, true, previousRunIds, notes, start, watch, past);
    }

    Run resumedAs(String id) {
        List<String> previous =
                Stream.concat(previousRunIds.stream(), Stream.ofNullable(runId)).toList();
        return new Run(taskId, id, attached, previous, notes, start, watch.interrupted(null), past);
    }

    Run with(Start latest) {
        return new Run(taskId, runId, attached, previousRunIds, notes, latest, watch, past);
    }

    Run with(Watch latest) {
        return new Run(taskId, runId, attached, previousRunIds, notes, start, latest, past);
    }
}
