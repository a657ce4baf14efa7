package io.syncstep.local.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cells as they are written into {@code docs/faults.md}. */
final class FaultTable {

    static final String BEGIN = "<!-- generated from here on -->";

    private FaultTable() {}

    /** What a cell says: {@code succeeded · 1 run · +4 s}. */
    static String words(Cell cell, Played undisturbed, Played played) {
        int runs = played.started().size();
        return outcome(cell, played) + " · " + runs + (runs == 1 ? " run" : " runs") + " · "
                + time(undisturbed, played);
    }

    private static String outcome(Cell cell, Played played) {
        boolean chance = cell.kind().nature() == Kind.Nature.PERHAPS_ANSWERED
                && Law.outcomes(cell, Fate.SUCCEEDS).size() == 2
                && cell.place() == Place.START_NOT_PROCESSED;
        return chance ? "ProviderError or TriggerUnconfirmed" : played.outcome();
    }

    private static String time(Played undisturbed, Played played) {
        long lost = played.seconds() - undisturbed.seconds();
        return played.outcome().equals(undisturbed.outcome())
                ? (lost < 0 ? "−" + -lost : "+" + lost) + " s"
                : "after " + played.seconds() + " s";
    }

    static String of(Side side, Map<Cell, String> words) {
        List<Place> places = Arrays.asList(Place.values());
        String head = "\n## " + side.title() + "\n\n| fault |"
                + places.stream().map(Place::title).collect(Collectors.joining(" | ", " ", " |\n"))
                + "|---|" + "---|".repeat(places.size()) + "\n";
        return Kinds.ALL.stream().map(kind -> row(side, kind, words)).collect(Collectors.joining("", head, ""));
    }

    private static String row(Side side, Kind kind, Map<Cell, String> words) {
        return Arrays.stream(Place.values())
                .map(place -> words.getOrDefault(new Cell(side, kind, place), "–"))
                .collect(Collectors.joining(" | ", "| " + kind.name() + " | ", " |\n"));
    }
}
