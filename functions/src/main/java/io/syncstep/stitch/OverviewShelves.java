package io.syncstep.stitch;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one container keeps of the extraction lists between overviews, by the client ids that the budgets hang on. */
public final class OverviewShelves {

    private final Clock clock;
    private final Map<String, OverviewShelf> shelves = new ConcurrentHashMap<>();

    public OverviewShelves(Clock clock) {
        this.clock = clock;
    }

    OverviewShelf of(String clientId) {
        return shelves.computeIfAbsent(clientId, client -> new OverviewShelf(clock));
    }
}
