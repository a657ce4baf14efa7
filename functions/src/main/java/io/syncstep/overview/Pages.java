package io.syncstep.overview;

import io.syncstep.sync.Read;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list to its end, page by page; keeps what it has where a page, or an entry of one, can't be read.
 *
 * @param name of the list, for messages: {@code syncs}
 * @param id of a row, by which a row that comes twice is known, since rows can shift between pages
 */
public record Pages<T>(String name, Function<T, String> id, Patience patience) {

    /** Whether others follow. */
    public enum More {
        NONE,
        /** The provider does not say, but the page is full. */
        PERHAPS,
        /** The provider says so. */
        SURELY;

        /** By what the provider says. */
        public static More said(boolean hasMore) {
            return hasMore ? SURELY : NONE;
        }

        /** By the size of a page alone. */
        public static More after(int entries, int fullPage) {
            return entries >= fullPage ? PERHAPS : NONE;
        }
    }

    /** Some entries of the list. */
    public record Page<T>(Entries<T> entries, More more) {

        public <R> Page<R> map(Function<T, R> shape) {
            return new Page<>(entries.map(shape), more);
        }
    }

    /** A list whose pages are asked for by how many entries came before. */
    public Listed<T> byOffset(LongFunction<Read<Page<T>>> page) {
        return read(0, got -> got.entries().size(), page);
    }

    /** A list whose pages are asked for by their number; the first is 1. */
    public Listed<T> byNumber(LongFunction<Read<Page<T>>> page) {
        return read(1, got -> 1, page);
    }

    /** A list that has no pages, or of which one is enough. */
    public Listed<T> once(Supplier<Read<Entries<T>>> list) {
        return byNumber(first -> list.get().map(entries -> new Page<>(entries, More.NONE)));
    }

    private Listed<T> read(long first, ToLongFunction<Page<T>> step, LongFunction<Read<Page<T>>> page) {
        Gathered<T> gathered = new Gathered<>(id);
        long position = first;
        while (true) {
            long asked = position;
            Read<Page<T>> read = patience.ask(() -> page.apply(asked));
            if (!(read instanceof Read.Got<Page<T>>(Page<T> got))) {
                return new Listed<>(gathered.entries().rows(), problem(read));
            }
            boolean isWorthAnother = gathered.add(got.entries());
            if (got.more() == More.NONE) {
                return new Listed<>(gathered.entries().rows(), problem(gathered.entries()));
            }
            // Else a provider that ignores the offset would be asked for ever.
            if (!isWorthAnother) {
                return new Listed<>(gathered.entries().rows(), stuck(got, gathered.entries()));
            }
            position += step.applyAsLong(got);
        }
    }

    /** An empty page is the end, whatever is said beside it; one that came before, and says that more follow, hides them. */
    private @Nullable Problem stuck(Page<T> last, Entries<T> all) {
        if (last.entries().isUnreadable()) {
            return Problem.unreadableFurther(name, all);
        }
        return last.more() == More.SURELY && last.entries().size() > 0 ? Problem.repeated(name, all) : problem(all);
    }

    private @Nullable Problem problem(Entries<T> entries) {
        return entries.unreadable() == 0 ? null : Problem.unreadable(name, entries);
    }

    private @Nullable Problem problem(Read<Page<T>> read) {
        return switch (read) {
            case Read.Got<Page<T>> ignored -> null;
            case Read.Unanswered<Page<T>> no -> Problem.unanswered(name, no.trouble());
            case Read.Refused<Page<T>> no -> Problem.refused(name, no.refusal());
        };
    }
}
