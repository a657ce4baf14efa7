package io.syncstep.local.faults;

import io.syncstep.http.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One cell of the table: an execution at a provider that a kind of fault strikes in one place. */
record Cell(Side side, Kind kind, Place place) {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00.250Z");

    /** Short, for calls that are left hanging; long enough for those beside them on a busy machine. */
    private static final Limits SHORT =
            new Limits(Duration.ofMillis(1200), Duration.ofMillis(1200), Duration.ofSeconds(20));

    Played play(Fate fate) {
        return scene(side, place, fate, kind.slow() ? SHORT : Limits.USUAL, place.strikes(side, kind))
                .play();
    }

    static Played undisturbed(Side side, Place place, Fate fate) {
        return scene(side, place, fate, Limits.USUAL, place.undisturbed()).play();
    }

    private static Scene scene(Side side, Place place, Fate fate, Limits limits, List<Strike> strikes) {
        return new Scene(
                side,
                START,
                limits,
                side.request(place.fields()),
                stage -> {
                    switch (side) {
                        case HIGHTOUCH ->
                            stage.hightouch()
                                    .play(
                                            Long.toString(Side.TASK),
                                            fate.hightouch(place.length()).listedAfter(Duration.ZERO));
                        case STITCH -> stage.stitch().play(Side.TASK, fate.stitch(place.length()));
                        case DBT ->
                            stage.dbt().play(Side.TASK, fate.dbt(place.length()).listedAfter(Duration.ZERO));
                    }
                },
                strikes);
    }

    @Override
    public String toString() {
        return side.title() + ", " + kind.name() + ", " + place.title();
    }
}
