package io.syncstep.stitch;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The shelves of all accounts that one container waits for, by the client ids that the budgets hang on. */
public final class ExtractionShelves {

    private final Supplier<ExtractionShelf> empty;
    private final Map<String, ExtractionShelf> shelves = new ConcurrentHashMap<>();

    public ExtractionShelves(Clock clock) {
        this(() -> new ExtractionShelf(clock));
    }

    private ExtractionShelves(Supplier<ExtractionShelf> empty) {
        this.empty = empty;
    }

    /**
     * Shelves for who wants all pages at once, and not often: 15 requests, then one a minute, so at most 25 in any 10 minutes.
     * An account of more than 1,500 sources is read in part.
     */
    public static ExtractionShelves forOverviews(Clock clock) {
        return new ExtractionShelves(() -> new ExtractionShelf(clock, 15, Duration.ofMinutes(1)));
    }

    ExtractionShelf of(String clientId) {
        return shelves.computeIfAbsent(clientId, client -> empty.get());
    }
}
