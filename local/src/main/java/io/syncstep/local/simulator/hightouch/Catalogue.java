package io.syncstep.local.simulator.hightouch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The syncs, models and destinations of the simulated workspace: a few to look at, and whatever is asked for. */
final class Catalogue {

    private static final List<Map<String, Object>> MODELS = List.of(
            entry("501", "orders"),
            entry("502", "customers"),
            entry("503", "churn scores"),
            entry("504", "open invoices"));

    private static final List<Map<String, Object>> DESTINATIONS = List.of(
            typed(entry("601", "Salesforce production"), "salesforce"),
            typed(entry("602", "HubSpot"), "hubspot"),
            typed(entry("603", "Braze EU"), "braze"),
            typed(entry("604", "Google Sheets: finance"), "google-sheets"));

    private final Map<String, Sync> syncs = new LinkedHashMap<>();
    private final List<Map<String, Object>> models = new ArrayList<>(MODELS);
    private final List<Map<String, Object>> destinations = new ArrayList<>(DESTINATIONS);

    Catalogue() {
        add(new Sync("1234567", "orders-to-salesforce", "501", "601", "interval", false, Map.of("team", "crm")));
        add(new Sync("1234568", "customers-to-hubspot", "502", "602", "cron", false, Map.of("team", "crm")));
        add(new Sync("1234569", "churn-scores-to-braze", "503", "603", null, true, Map.of()));
        add(new Sync("1234571", "invoices-to-sheets", "504", "604", "cron", false, Map.of("team", "finance")));
        add(new Sync("1234572", "customers-to-braze", "502", "603", null, false, Map.of("team", "lifecycle")));
        add(new Sync("1234570", "orders-to-a-deleted-destination", "501", "699", null, false, Map.of()));
    }

    private static Map<String, Object> entry(String id, String name) {
        return Map.of(
                "id", id, "name", name, "slug", name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static Map<String, Object> typed(Map<String, Object> entry, String type) {
        var typed = new LinkedHashMap<>(entry);
        typed.put("type", type);
        return typed;
    }

    void add(Sync sync) {
        syncs.put(sync.id(), sync);
    }

    /** A sync that nobody set up is there as soon as it is asked for: every id works. */
    Sync get(String id) {
        return syncs.computeIfAbsent(id, unseen -> Sync.plain(unseen, slugOf(unseen)));
    }

    private static String slugOf(String id) {
        return Stream.of(HightouchScenario.values())
                .filter(scenario -> scenario.syncId().equals(id))
                .findFirst()
                .map(HightouchScenario::slug)
                .orElse("sync-" + id);
    }

    List<Sync> all() {
        return List.copyOf(syncs.values());
    }

    /** Slugs of scenarios, and {@code sync-42}, are found although their syncs are in no list. */
    Optional<Sync> withSlug(String slug) {
        return syncs.values().stream()
                .filter(sync -> sync.slug().equals(slug))
                .findFirst()
                .or(() -> ofScenario(slug))
                .or(() -> slug.matches("sync-\\d{1,19}")
                        ? Optional.of(Sync.plain(slug.substring(5), slug))
                        : Optional.empty());
    }

    private static Optional<Sync> ofScenario(String slug) {
        return Stream.of(HightouchScenario.values())
                .filter(scenario -> scenario.slug().equals(slug))
                .findFirst()
                .map(scenario -> Sync.plain(scenario.syncId(), slug));
    }

    void addModel(String id, String name) {
        models.add(entry(id, name));
    }

    void addDestination(String id, String name, String type) {
        destinations.add(typed(entry(id, name), type));
    }

    List<Map<String, Object>> models() {
        return List.copyOf(models);
    }

    List<Map<String, Object>> destinations() {
        return List.copyOf(destinations);
    }
}
