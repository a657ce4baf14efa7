package io.syncstep.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was read of a list so far, page by page. A row that comes twice is one: rows can shift between pages. */
final class Gathered<T> {

    /** Pages in a row without any row that can be read. */
    private static final int STEPPED_OVER = 3;

    private final Function<T, String> id;
    private final Map<String, T> rows = new LinkedHashMap<>();
    private int unreadable;
    private int unreadablePages;

    Gathered(Function<T, String> id) {
        this.id = id;
    }

    /**
     * Whether another page may bring more: this one brought a row that was not there before, or entries of which none can be read, as
     * not too many pages in a row did.
     */
    boolean add(Entries<T> page) {
        int before = rows.size();
        page.rows().forEach(row -> rows.putIfAbsent(id.apply(row), row));
        boolean isNew = rows.size() > before;
        // A page that comes again has the same unreadable entries again.
        unreadable += isNew || page.isUnreadable() ? page.unreadable() : 0;
        unreadablePages = page.isUnreadable() ? unreadablePages + 1 : 0;
        return isNew || (page.isUnreadable() && unreadablePages <= STEPPED_OVER);
    }

    Entries<T> entries() {
        return new Entries<>(List.copyOf(rows.values()), unreadable);
    }
}
