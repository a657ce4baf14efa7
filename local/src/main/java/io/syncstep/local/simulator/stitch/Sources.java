package io.syncstep.local.simulator.stitch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sources of the simulated account: a few to look at, and whatever is asked for. */
final class Sources {

    private final Map<Long, Source> sources = new TreeMap<>();

    Sources(Instant now) {
        Instant lastWeek = now.minus(Duration.ofDays(7));
        add(Source.plain(120643, "shop_postgres", "Shop (Postgres)"));
        add(Source.plain(120644, "hubspot", "HubSpot").paused(lastWeek));
        add(Source.plain(120645, "old_shopify", "Old Shopify").deleted(lastWeek));
        add(Source.plain(120646, "adwords", "Google Ads").pausedBySystem(lastWeek));
        add(Source.plain(120647, "netsuite", "NetSuite").unconfigured());
    }

    void add(Source source) {
        sources.put(source.id(), source);
    }

    /** A source that nobody set up is there as soon as it is asked for: every id works. */
    Source get(long id) {
        return sources.computeIfAbsent(id, Source::plain);
    }

    /** Deleted and paused ones included, as Stitch does it. */
    List<Source> all() {
        return List.copyOf(sources.values());
    }
}
