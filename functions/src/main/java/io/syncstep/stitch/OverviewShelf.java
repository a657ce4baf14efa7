package io.syncstep.stitch;

import io.syncstep.sync.Read;
import io.syncstep.sync.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One account's extraction list for overviews, which want all of its pages at once, and not often: each page is kept for a
 * minute, and 15 requests may be made at once, then one a minute. At most 25 in any 10 minutes, where Stitch allows 30; of an
 * account with more than 1,500 sources a part is read.
 *
 * <p>It counts what overviews ask for, and nothing else. Checks have rations of their own ({@link ExtractionShelf}): in AWS they
 * are other functions, in {@code syncstep serve} they run beside it. So both together may ask for 54 in 10 minutes; what Stitch
 * then refuses with 429, checks wait out, and an overview tells of the account that it was read in part.
 *
 * @see <a href="https://www.stitchdata.com/docs/developers/stitch-connect/api#rate-limits">Stitch's limits</a>
 */
final class OverviewShelf {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration RATION = Duration.ofMinutes(1);
    private static final Duration AHEAD = RATION.multipliedBy(14);

    private record Kept(StitchApi.Page page, Instant readAt) {}

    private final Clock clock;
    private final Map<Integer, Kept> pages = new HashMap<>();

    /** When the ration after the last one was, or will be, free. */
    private Instant freeFrom;

    OverviewShelf(Clock clock) {
        this.clock = clock;
        this.freeFrom = clock.instant();
    }

    /**
     * A page of the list: a kept one while it is new, and an old one rather than none where no request is left.
     *
     * @param fetch reads it from the provider
     */
    synchronized Read<StitchApi.Page> page(int number, Supplier<Read<StitchApi.Page>> fetch) {
        Instant now = clock.instant();
        Kept kept = pages.get(number);
        if (kept != null && kept.readAt().plus(KEPT).isAfter(now)) {
            return new Read.Got<>(kept.page());
        }
        if (freeFrom.isAfter(now.plus(AHEAD))) {
            return kept == null ? new Read.Unanswered<>(spent(now)) : new Read.Got<>(kept.page());
        }
        freeFrom = (freeFrom.isAfter(now) ? freeFrom : now).plus(RATION);
        return kept(number, fetch.get(), now);
    }

    private Read<StitchApi.Page> kept(int number, Read<StitchApi.Page> read, Instant now) {
        if (read instanceof Read.Got<StitchApi.Page>(StitchApi.Page page)) {
            pages.put(number, new Kept(page, now));
        }
        return read;
    }

    private Trouble spent(Instant now) {
        Duration wait = Duration.between(now.plus(AHEAD), freeFrom);
        return new Trouble("the account's budget of list requests is spent for the moment", now, wait);
    }
}
