package io.syncstep.stitch;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shelves of all accounts that one container waits for, by the client ids that the budgets hang on. */
public final class ExtractionShelves {

    private final Clock clock;
    private final Map<String, ExtractionShelf> shelves = new ConcurrentHashMap<>();

    public ExtractionShelves(Clock clock) {
        this.clock = clock;
    }

    ExtractionShelf of(String clientId) {
        return shelves.computeIfAbsent(clientId, client -> new ExtractionShelf(clock));
    }
}
