package io.syncstep.local.simulator.hightouch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run as <code>GET /syncs/{id}/runs</code> tells it, with nulls where a run has nothing to tell yet.
 *
 * @see <a href="https://hightouch.com/docs/api-reference">Hightouch REST API</a>
 */
record RunRow(
        Object id,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String finishedAt,
        @Nullable Long querySize,
        String status,
        @Nullable Double completionRatio,
        @Nullable Rows plannedRows,
        @Nullable Rows successfulRows,
        @Nullable Rows failedRows,
        @Nullable String error) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The row of a run at a moment. Its id is given apart: as the text or the number that is to be written. */
    static RunRow of(SyncRun run, Object id, Instant now) {
        boolean counted = run.hasCounts(now);
        boolean over = run.isOver(now);
        RunScript script = run.script();
        Rows failed = counted ? script.failed().share(run.written(now)) : null;
        return new RunRow(
                id,
                time(run.createdAt()),
                run.isStarted(now) ? time(run.startsAt()) : null,
                over ? time(run.endsAt()) : null,
                counted ? script.planned().sum() : null,
                run.status(now),
                run.isStarted(now) ? hundredths(counted ? run.ratio(now) : 0) : null,
                counted ? script.planned() : null,
                failed == null ? null : script.planned().share(run.written(now)).minus(failed),
                failed,
                over ? script.error() : null);
    }

    private static double hundredths(double ratio) {
        return Math.floor(ratio * 100) / 100;
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
