package io.syncstep.stitch;

import io.syncstep.http.Api;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Look;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Run;
import io.syncstep.sync.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How our job stands, by the one record that Stitch lists of its source. */
record JobInList(StitchApi stitch, Api api, String clientId, ExtractionShelf shelf) {

    private static final Duration CLOCKS = Duration.ofSeconds(5);

    /** The note with the name of the job that had ended before the one that is attached to; empty when there was none. */
    private static final String ENDED_BEFORE = "endedBefore";

    /** The record is that of the job before ours as long as ours runs: it tells, too, how long such a job took. */
    Look judge(Run followed, Optional<Extraction> seen) {
        Run run = seen.filter(Extraction::isDone)
                .map(before -> after(followed, before))
                .orElse(followed);
        if (run.runId() == null) {
            return attached(run, seen);
        }
        if (seen.isPresent() && seen.get().jobName().equals(run.runId())) {
            return new StitchVerdict(api).on(run, seen.get());
        }
        return seen.isPresent() && isLaterThanOurs(run, seen.get()) ? superseded(run, run.runId()) : going(run);
    }

    private static Run after(Run run, Extraction before) {
        return run.after(PastDurations.NONE.then(before.startedAt(), before.completedAt()));
    }

    /** A job in progress has no name until it has ended: it is the next one to end. */
    private Look attached(Run run, Optional<Extraction> seen) {
        if (seen.isPresent() && isLater(run, seen.get())) {
            return new Look.Ended(run, Verdict.UNKNOWN, facts("superseded", Optional.empty()));
        }
        if (seen.isPresent() && !seen.get().isCompleted()) {
            return adopt(run, seen.get());
        }
        String endedBefore = run.notes().get(ENDED_BEFORE);
        if (endedBefore == null && (seen.isEmpty() || !hasEndedSince(run, seen.get()))) {
            return going(run.noted(with(run, seen.map(Extraction::jobName).orElse(""))));
        }
        if (seen.isEmpty() || seen.get().jobName().equals(endedBefore)) {
            return going(run);
        }
        // Where the job before is known by its name, another one may also have ended by a clock that lags.
        Duration lag = endedBefore == null || endedBefore.isEmpty() ? Duration.ZERO : CLOCKS;
        return hasEndedBefore(run, seen.get(), lag) ? going(run) : adopt(run, seen.get());
    }

    private Look adopt(Run run, Extraction extraction) {
        return new StitchVerdict(api).on(run.identified(extraction.jobName()), extraction);
    }

    /** So it is no end of ours, even where an earlier list did not show it. */
    private static boolean hasEndedBefore(Run run, Extraction extraction, Duration lag) {
        Instant ended = extraction.completedAt();
        return ended != null && ended.isBefore(asked(run).minus(lag));
    }

    private static boolean hasEndedSince(Run run, Extraction extraction) {
        Instant ended = extraction.completedAt();
        return ended != null && !ended.isBefore(asked(run));
    }

    /** When the start call was sent, in whole seconds: Stitch tells no others. */
    private static Instant asked(Run run) {
        return triggeredAt(run).truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean isLater(Run run, Extraction extraction) {
        return extraction.isStartedAfter(triggeredAt(run).plus(CLOCKS));
    }

    /** Ours may have had to wait for another job while its call was on the way: that one is not later than ours. */
    private static boolean isLaterThanOurs(Run run, Extraction extraction) {
        Instant answeredAt = run.start().answeredAt();
        return isLater(run, extraction) && (answeredAt == null || extraction.isStartedAfter(answeredAt.plus(CLOCKS)));
    }

    private static Instant triggeredAt(Run run) {
        return Objects.requireNonNull(run.start().triggeredAt());
    }

    private static Map<String, String> with(Run run, String endedBefore) {
        Map<String, String> notes = new HashMap<>(run.notes());
        notes.put(ENDED_BEFORE, endedBefore);
        return notes;
    }

    private static Look going(Run run) {
        return new Look.Going(run, Facts.NONE);
    }

    /** A later job has taken its place in the list. Only the log may tell of a failure; it is no proof of a success. */
    private Look superseded(Run run, String jobName) {
        if (!shelf.takeRation()) {
            return new Look.Unanswered(shelf.spent());
        }
        Optional<ExtractionLog> log =
                stitch.log(clientId, jobName).map(api::redact).map(ExtractionLog::new);
        Optional<String> exit = log.flatMap(ExtractionLog::exitStatus).map(api::clean);
        return log.flatMap(ExtractionLog::failedPhase)
                .<Look>map(phase -> new Look.Ended(run, Verdict.FAILED, facts(phase + " failed", exit)))
                .orElseGet(() -> new Look.Ended(run, Verdict.UNKNOWN, facts("superseded", exit)));
    }

    private static Facts facts(String status, Optional<String> message) {
        return new Facts(status, null, message.orElse(null), null, null, null, null, null, null);
    }
}
