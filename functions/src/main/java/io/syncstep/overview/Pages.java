package io.syncstep.overview;

import io.syncstep.sync.Read;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list to its end, page by page; keeps what it has where one can't be read.
 *
 * @param name of the list, for messages: {@code syncs}
 * @param id of a row, by which a row that comes twice is known, since rows can shift between pages
 */
public record Pages<T>(String name, Function<T, String> id, Patience patience) {

    /** Some rows of the list, and whether others may follow. */
    public record Page<T>(List<T> rows, boolean hasMore) {}

    /** A list whose pages are asked for by how many rows were read before. */
    public Listed<T> byOffset(LongFunction<Read<Page<T>>> page) {
        return read(0, got -> got.rows().size(), page);
    }

    /** A list whose pages are asked for by their number; the first is 1. */
    public Listed<T> byNumber(LongFunction<Read<Page<T>>> page) {
        return read(1, got -> 1, page);
    }

    /** A list that has no pages, or of which one is enough. */
    public Listed<T> once(Supplier<Read<List<T>>> list) {
        return byNumber(first -> list.get().map(rows -> new Page<>(rows, false)));
    }

    private Listed<T> read(long first, ToLongFunction<Page<T>> step, LongFunction<Read<Page<T>>> page) {
        Map<String, T> rows = new LinkedHashMap<>();
        long position = first;
        while (true) {
            long asked = position;
            Read<Page<T>> read = patience.ask(() -> page.apply(asked));
            if (!(read instanceof Read.Got<Page<T>>(Page<T> got))) {
                return new Listed<>(List.copyOf(rows.values()), problem(read));
            }
            if (isLast(got, rows)) {
                return new Listed<>(List.copyOf(rows.values()), null);
            }
            position += step.applyAsLong(got);
        }
    }

    /** Adds the page. One that brings nothing new is the last, too: else a provider that ignores the offset is asked for ever. */
    private boolean isLast(Page<T> page, Map<String, T> rows) {
        int before = rows.size();
        page.rows().forEach(row -> rows.putIfAbsent(id.apply(row), row));
        return !page.hasMore() || rows.size() == before;
    }

    private @Nullable Problem problem(Read<Page<T>> read) {
        return switch (read) {
            case Read.Got<Page<T>> ignored -> null;
            case Read.Unanswered<Page<T>> no -> Problem.unanswered(name, no.trouble());
            case Read.Refused<Page<T>> no -> Problem.refused(name, no.refusal());
        };
    }
}
