package io.syncstep.hightouch;

import io.syncstep.sync.PastDurations;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How long the last runs of a sync took. From {@code startedAt}, not {@code createdAt}: the time in between is spent in the
 * queue behind another run, which is no habit of this sync, and the age of our run counts from its own start as well.
 *
 * <p>They come as they are listed, in a direction that the API does not tell, and are sorted here. Asked for alone, they are
 * those of the last 30 days: should the oldest come first, and be more than a page, then these are not older than that.
 */
record PastRuns(List<HightouchRun> runs) {

    private static final Duration RECENT = Duration.ofDays(30);

    /** Those that a call of its own brings, or none. */
    static PastRuns of(HightouchApi api, String syncId, Instant now) {
        return new PastRuns(api.pastRuns(syncId, now.minus(RECENT)));
    }

    PastDurations durations() {
        PastDurations durations = PastDurations.NONE;
        for (HightouchRun run : newestFirst()) {
            durations = durations.then(run.startedAt(), run.finishedAt());
        }
        return durations;
    }

    private List<HightouchRun> newestFirst() {
        return runs.stream()
                .filter(HightouchRun::isDone)
                .filter(run -> run.startedAt() != null)
                .sorted(Comparator.comparing(HightouchRun::startedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .toList();
    }
}
