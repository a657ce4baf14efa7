package io.syncstep.page;

import io.syncstep.overview.PastRun;
import io.syncstep.overview.Status;
import io.syncstep.sync.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bars for a measure of past runs, the oldest at the left. A run of which it is not known keeps its place, so that the bars of two
 * plots that stand one above the other are those of the same run.
 *
 * @param title what is measured
 * @param most the largest value, in words
 * @param places how many runs there are, with a bar or without
 */
public record Plot(String title, String most, int places, List<Bar> bars) {

    /** Size of the drawing, in its own units. */
    public static final int WIDTH = 600;

    public static final int HEIGHT = 100;

    private static final int GAP = 4;
    /** Of a run that took no time: it was there. */
    private static final int LOWEST = 2;

    /** One run. */
    public record Bar(int x, int y, int width, int height, Status.Tone tone, String words) {}

    private record Measured(int place, PastRun run, long value) {}

    /** How long runs took; null where fewer than two are known, since one bar shows nothing. */
    public static @Nullable Plot ofDurations(List<PastRun> newestFirst) {
        return of("Duration", newestFirst, Plot::seconds, seconds -> Words.duration(Duration.ofSeconds(seconds)));
    }

    /** How many rows runs moved; null where fewer than two are known. */
    public static @Nullable Plot ofRows(List<PastRun> newestFirst) {
        return of("Rows synced", newestFirst, Plot::rows, Words::number);
    }

    private static @Nullable Plot of(
            String title,
            List<PastRun> newestFirst,
            Function<PastRun, @Nullable Long> measure,
            LongFunction<String> words) {
        List<Measured> known = new ArrayList<>();
        List<PastRun> runs = newestFirst.reversed();
        for (int place = 0; place < runs.size(); place++) {
            Long value = measure.apply(runs.get(place));
            if (value != null) {
                known.add(new Measured(place, runs.get(place), value));
            }
        }
        return known.size() < 2 ? null : drawn(title, runs.size(), known, words);
    }

    private static Plot drawn(String title, int places, List<Measured> known, LongFunction<String> words) {
        long most = known.stream().mapToLong(Measured::value).max().orElse(0);
        int step = WIDTH / places;
        List<Bar> bars = new ArrayList<>();
        for (Measured one : known) {
            int height = Math.max(LOWEST, (int) Math.round((double) HEIGHT * one.value() / Math.max(1, most)));
            bars.add(new Bar(
                    one.place() * step,
                    HEIGHT - height,
                    step - GAP,
                    height,
                    one.run().status().tone(),
                    words(one, words)));
        }
        return new Plot(title, words.apply(most), places, List.copyOf(bars));
    }

    private static String words(Measured one, LongFunction<String> words) {
        String when = one.run().startedAt() == null ? "" : Words.time(one.run().startedAt()) + ": ";
        return when + words.apply(one.value()) + ", " + one.run().status().word();
    }

    private static @Nullable Long seconds(PastRun run) {
        Duration duration = run.duration();
        return duration == null ? null : duration.toSeconds();
    }

    private static @Nullable Long rows(PastRun run) {
        Rows rows = run.rows();
        return rows == null
                        || rows.successful() == null
                        || rows.successful().total().isEmpty()
                ? null
                : rows.successful().total().getAsLong();
    }
}
