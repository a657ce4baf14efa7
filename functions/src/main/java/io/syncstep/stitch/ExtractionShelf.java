package io.syncstep.stitch;

import io.syncstep.sync.Read;
import io.syncstep.sync.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One account's extraction list, shared by all checks of one container, so that they stay within the account's budget of 30
 * list requests per 10 minutes however many sources are waited for: a page that was read a moment ago is read to the next
 * check as well, and requests are rationed, three at once and then one every 23 seconds.
 *
 * <p>Guaranteed for one container. Checks that overlap in time run in several, which know nothing of each other.
 *
 * @see <a href="https://www.stitchdata.com/docs/developers/stitch-connect/api#rate-limits">Stitch's limits</a>
 */
final class ExtractionShelf {

    /** At most 3 + 600/23 = 29 requests in any 10 minutes. */
    static final Duration RATION = Duration.ofSeconds(23);

    private static final int AT_ONCE = 3;

    private final int atOnce;
    private final Duration ration;

    private record Kept(StitchApi.Page page, Instant readAt) {}

    private final Clock clock;
    private final Map<Integer, Kept> pages = new HashMap<>();

    /** When the ration after the last one was, or will be, free. */
    private Instant freeFrom;

    ExtractionShelf(Clock clock) {
        this(clock, AT_ONCE, RATION);
    }

    /** @param ration how often another request is allowed when those that may be made at once have been made */
    ExtractionShelf(Clock clock, int atOnce, Duration ration) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.ration = ration;
        this.freeFrom = clock.instant();
    }

    /**
     * A page of the list, as it was after an instant: what is older says nothing about a run that began then.
     *
     * @param fetch reads it from the provider
     */
    synchronized Read<StitchApi.Page> page(int number, Instant after, Supplier<Read<StitchApi.Page>> fetch) {
        Instant now = clock.instant();
        Optional<Kept> kept = Optional.ofNullable(pages.get(number))
                .filter(page -> !page.readAt().isBefore(after));
        if (kept.isPresent() && kept.get().readAt().plus(freshness()).isAfter(now)) {
            return new Read.Got<>(kept.get().page());
        }
        return takeRation(now) ? read(number, fetch, now) : withoutRation(kept, now);
    }

    private Read<StitchApi.Page> read(int number, Supplier<Read<StitchApi.Page>> fetch, Instant now) {
        Read<StitchApi.Page> read = fetch.get();
        if (read instanceof Read.Got<StitchApi.Page>(StitchApi.Page page)) {
            pages.put(number, new Kept(page, now));
        }
        return read;
    }

    /** An old page tells too little, never anything wrong: a job that it lists as ended has. */
    private Read<StitchApi.Page> withoutRation(Optional<Kept> kept, Instant now) {
        return kept.<Read<StitchApi.Page>>map(page -> new Read.Got<>(page.page()))
                .orElseGet(() -> new Read.Unanswered<>(spent(now)));
    }

    /** The more pages the account has, the longer each is kept: else the first would be read again before the last. */
    private Duration freshness() {
        return ration.multipliedBy(Math.max(1, pages.size()));
    }

    /** Takes one request off the budget, for what else counts towards it. */
    synchronized boolean takeRation() {
        return takeRation(clock.instant());
    }

    private boolean takeRation(Instant now) {
        if (freeFrom.isAfter(now.plus(ration.multipliedBy(atOnce - 1)))) {
            return false;
        }
        freeFrom = (freeFrom.isAfter(now) ? freeFrom : now).plus(ration);
        return true;
    }

    /** The trouble of having none left. */
    synchronized Trouble spent() {
        return spent(clock.instant());
    }

    private Trouble spent(Instant now) {
        Duration wait = Duration.between(now.plus(ration.multipliedBy(atOnce - 1)), freeFrom);
        return new Trouble("the account's budget of list requests is spent for the moment", now, wait);
    }
}
