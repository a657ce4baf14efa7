package io.syncstep.local.simulator.stitch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source of the account, with what can be wrong with it.
 *
 * @param pausedAt when its user paused it, which does not keep it from being started by the API
 * @param systemPausedAt when Stitch paused it
 * @param configured false for one whose set-up was never finished
 */
public record Source(
        long id,
        String name,
        String displayName,
        String type,
        @Nullable Instant deletedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant systemPausedAt,
        boolean configured) {

    /** A source with nothing special about it. */
    public static Source plain(long id) {
        return plain(id, "source_" + id, "Source " + id);
    }

    public static Source plain(long id, String name, String displayName) {
        return new Source(id, name, displayName, "platform.postgres", null, null, null, true);
    }

    public Source deleted(Instant at) {
        return new Source(id, name, displayName, type, at, pausedAt, systemPausedAt, configured);
    }

    public Source paused(Instant at) {
        return new Source(id, name, displayName, type, deletedAt, at, systemPausedAt, configured);
    }

    public Source pausedBySystem(Instant at) {
        return new Source(id, name, displayName, type, deletedAt, pausedAt, at, configured);
    }

    public Source unconfigured() {
        return new Source(id, name, displayName, type, deletedAt, pausedAt, systemPausedAt, false);
    }
}
