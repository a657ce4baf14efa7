package io.syncstep.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of fault in every place, at every provider: what becomes of a run that goes well, and of one that fails. */
class FaultMatrixTest {

    private static final Path DOCUMENT = Path.of("../docs/faults.md");

    @Test
    void everyCellKeepsThePromisesAndTheTableTellsThem() throws IOException {
        Map<Cell, String> words = new ConcurrentHashMap<>();
        Workers.each(cells(), cell -> words.put(cell, proved(cell)));

        String table = Arrays.stream(Side.values())
                .map(side -> FaultTable.of(side, words))
                .collect(Collectors.joining());
        String head = Files.readString(DOCUMENT).split(FaultTable.BEGIN, 2)[0] + FaultTable.BEGIN + "\n";
        if (Boolean.getBoolean("faults.write")) {
            Files.writeString(DOCUMENT, head + table);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/faults.md: write it again with -Dfaults.write=true")
                .isEqualTo(head + table);
    }

    private static List<Cell> cells() {
        return Arrays.stream(Side.values())
                .flatMap(side -> Kinds.ALL.stream()
                        .flatMap(kind -> Stream.of(Place.values())
                                .filter(place -> place.isReachable(side, kind))
                                .map(place -> new Cell(side, kind, place))))
                .toList();
    }

    /** What the cell says of a healthy run, after checking that the promises hold for it and for one that fails. */
    private static String proved(Cell cell) {
        cell.place().fates().stream().skip(1).forEach(fate -> prove(cell, fate, cell.play(fate)));
        Fate healthy = cell.place().fates().getFirst();
        Played played = cell.play(healthy);
        prove(cell, healthy, played);
        return FaultTable.words(cell, Cell.undisturbed(cell.side(), cell.place(), healthy), played);
    }

    private static void prove(Cell cell, Fate fate, Played played) {
        try {
            Zeros.hold(played);
            assertThat(played.struck()).as("it strikes").isNotEmpty();
            assertThat(played.outcome()).isIn(Law.outcomes(cell, fate));
            assertThat(played.started().size()).as("runs started").isIn(runs(cell, played));
            if (played.outcome().equals("succeeded")) {
                assertThat(fate).isEqualTo(Fate.SUCCEEDS);
                assertThat(played.runId()).isIn(played.started());
            }
        } catch (AssertionError broken) {
            throw new AssertionError(cell + ", a run that " + fate + ": " + played, broken);
        }
    }

    /** How many runs such an end goes with. */
    private static List<Integer> runs(Cell cell, Played played) {
        return switch (cell.place()) {
            case BEFORE_THE_START, START_NOT_PROCESSED ->
                played.outcome().startsWith("Sync") || played.outcome().equals("succeeded") ? List.of(1) : List.of(0);
            case START_PROCESSED, LOST_RUN, FIRST_CHECK, LATER_CHECK, AT_THE_LIMIT, THE_STOP -> List.of(1);
        };
    }
}
