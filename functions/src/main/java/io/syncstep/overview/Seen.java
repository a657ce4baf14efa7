package io.syncstep.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of all accounts, out of the cache.
 *
 * @param notices what no account can tell: that one could not be made out, that there is none, or that one is still being read
 * @param problem why not even the names of the accounts are known, which is among the notices too; else null
 * @param at when they had been read; where at different times, the earliest
 */
public record Seen(
        Overview overview, List<String> notices, @Nullable Problem problem, Instant at) {

    public Seen {
        notices = List.copyOf(notices);
    }
}
