package io.syncstep.overview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a provider sent as a list, or as a page of one. An entry that can't be read is no reason to leave out the others.
 *
 * @param unreadable how many entries are not among the rows
 */
public record Entries<T>(List<T> rows, int unreadable) {

    public Entries {
        rows = List.copyOf(rows);
    }

    /** Those of an array, with the ones that can be read as rows: what has no id can't be told from another, nor joined. */
    public static Entries<JsonNode> of(JsonNode array, Predicate<JsonNode> isReadable) {
        List<JsonNode> rows = array.valueStream().filter(isReadable).toList();
        return new Entries<>(rows, array.size() - rows.size());
    }

    public int size() {
        return rows.size() + unreadable;
    }

    /** Whether there are entries, and none can be read. */
    boolean isUnreadable() {
        return rows.isEmpty() && unreadable > 0;
    }

    public <R> Entries<R> map(Function<T, R> shape) {
        return new Entries<>(rows.stream().map(shape).toList(), unreadable);
    }
}
