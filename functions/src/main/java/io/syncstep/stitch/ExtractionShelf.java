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
 * <p>Guaranteed for one container. Checks that overlap in time run in several, which know nothing of each other, nor of what
 * overviews ask for ({@link OverviewShelf}, at most 25).
 *
 * @see <a href="https://www.stitchdata.com/docs/developers/stitch-connect/api#rate-limits">Stitch's limits</a>
 */
final class ExtractionShelf {

    /** At most 3 + 600/23 = 29 requests in any 10 minutes. */
    static final Duration RATION = Duration.ofSeconds(23);

    private static final int AT_ONCE = 3;

    /** What a page is wanted for. */
    enum Use {
        /** Another check follows: it leaves a ration for whoever has his last one, and an old page will do. */
        CHECK(AT_ONCE - 2),
        /** Nothing follows: takes any ration that there is, and reads no page again that is new enough. */
        LAST_LOOK(AT_ONCE - 1);

        private final Duration ahead;

        Use(int rations) {
            this.ahead = RATION.multipliedBy(rations);
        }
    }

    private record Kept(StitchApi.Page page, Instant readAt) {}

    private final Clock clock;
    private final Map<Integer, Kept> pages = new HashMap<>();

    /** When the ration after the last one was, or will be, free. */
    private Instant freeFrom;

    ExtractionShelf(Clock clock) {
        this.clock = clock;
        this.freeFrom = clock.instant();
    }

    /**
     * A page of the list, as it was after an instant: what is older says nothing about a run that began then.
     *
     * @param fetch reads it from the provider
     */
    synchronized Read<StitchApi.Page> page(int number, Instant after, Use use, Supplier<Read<StitchApi.Page>> fetch) {
        Instant now = clock.instant();
        Optional<Kept> kept = Optional.ofNullable(pages.get(number)).filter(page -> isSince(after, page));
        if (kept.filter(page -> use == Use.LAST_LOOK || isFresh(page, now)).isPresent()) {
            return new Read.Got<>(kept.get().page());
        }
        if (takeRation(use, now)) {
            return read(number, fetch, now);
        }
        // An old page tells too little, never anything wrong: a job that it lists as ended has.
        return kept.<Read<StitchApi.Page>>map(page -> new Read.Got<>(page.page()))
                .orElseGet(() -> new Read.Unanswered<>(spent(use, missing(number, after, use), now)));
    }

    private static boolean isSince(Instant after, Kept page) {
        return !page.readAt().isBefore(after);
    }

    private Read<StitchApi.Page> read(int number, Supplier<Read<StitchApi.Page>> fetch, Instant now) {
        Read<StitchApi.Page> read = fetch.get();
        if (read instanceof Read.Got<StitchApi.Page>(StitchApi.Page page)) {
            pages.put(number, new Kept(page, now));
        }
        return read;
    }

    /** The job's record where some page lists it as ended, however old: that does not change any more. */
    synchronized Optional<Extraction> ended(String jobName) {
        return pages.values().stream()
                .flatMap(kept -> kept.page().extractions().stream())
                .filter(extraction -> extraction.jobName().equals(jobName) && extraction.isCompleted())
                .findFirst();
    }

    /** The more pages the account has, the longer each is kept: else the first would be read again before the last. */
    private boolean isFresh(Kept page, Instant now) {
        return page.readAt()
                .plus(RATION.multipliedBy(Math.max(1, pages.size())))
                .isAfter(now);
    }

    /** Takes one request off the budget, for what else counts towards it. */
    synchronized boolean takeRation() {
        return takeRation(Use.LAST_LOOK, clock.instant());
    }

    private boolean takeRation(Use use, Instant now) {
        if (freeFrom.isAfter(now.plus(use.ahead))) {
            return false;
        }
        freeFrom = (freeFrom.isAfter(now) ? freeFrom : now).plus(RATION);
        return true;
    }

    /** The trouble of having none left. */
    synchronized Trouble spent() {
        return spent(Use.LAST_LOOK, 1, clock.instant());
    }

    /** So that a last look which comes again then finds enough for all pages from this one on. */
    private int missing(int number, Instant after, Use use) {
        long old = pages.entrySet().stream()
                .filter(page -> page.getKey() >= number && !isSince(after, page.getValue()))
                .count();
        return use == Use.LAST_LOOK ? (int) Math.max(1, old) : 1;
    }

    private Trouble spent(Use use, int rations, Instant now) {
        Duration wait = Duration.between(now.plus(use.ahead), freeFrom.plus(RATION.multipliedBy(rations - 1L)));
        return new Trouble("the account's budget of list requests is spent for the moment", now, wait);
    }
}
