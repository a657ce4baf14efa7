package io.syncstep.stitch;

import io.syncstep.overview.Status;
import io.syncstep.sync.Phases;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list of extractions tells of one source: mostly one record, and a second while one is in progress.
 *
 * @param newest the one that started last, ended or not
 * @param ended the last one that has ended
 */
record LastExtractions(
        @Nullable Extraction newest, @Nullable Extraction ended) {

    /** Those among the records of one source, in whatever order they come. */
    static LastExtractions among(List<Extraction> records) {
        List<Extraction> newestFirst =
                records.stream().sorted(Extraction.STARTED.reversed()).toList();
        return new LastExtractions(
                newestFirst.stream().findFirst().orElse(null),
                newestFirst.stream().filter(Extraction::isCompleted).findFirst().orElse(null));
    }

    /** Null where there is none. */
    @Nullable
    Status verdict() {
        return newest == null ? null : StitchVerdict.status(newest);
    }

    @Nullable
    Phases phases() {
        return newest == null ? null : newest.phases();
    }

    /** The end of the last that has one, else the start of the one in progress. */
    @Nullable
    Instant lastRunAt() {
        Instant end = ended == null ? null : ended.completedAt();
        return end != null || newest == null ? end : newest.startedAt();
    }
}
