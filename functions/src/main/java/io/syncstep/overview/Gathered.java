package io.syncstep.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was read of a list so far, page by page. A row that comes twice is one: rows can shift between pages. */
final class Gathered<T> {

    private final Function<T, String> id;
    private final Map<String, T> rows = new LinkedHashMap<>();
    private int unreadable;

    Gathered(Function<T, String> id) {
        this.id = id;
    }

    /** Whether the page brought a row that was not there before. */
    boolean add(Entries<T> page) {
        int before = rows.size();
        page.rows().forEach(row -> rows.putIfAbsent(id.apply(row), row));
        boolean isNew = rows.size() > before;
        // A page that comes again has the same unreadable entries again.
        unreadable += isNew || page.rows().isEmpty() ? page.unreadable() : 0;
        return isNew;
    }

    Entries<T> entries() {
        return new Entries<>(List.copyOf(rows.values()), unreadable);
    }
}
