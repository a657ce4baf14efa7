package io.syncstep.page;

import java.util.List;

/**
 * The rows that are shown together.
 *
 * @param number from 1
 * @param parts how many there are, at least 1
 * @param first number of the first row, from 1, or 0 where there is none
 * @param of how many rows there are in all parts
 */
public record Part(List<TaskRow> rows, int number, int parts, int first, int of) {

    /** The part that the filter asks for, else the last there is. */
    public static Part of(OverviewView view) {
        List<TaskRow> all = view.matching();
        int parts = Math.max(1, Math.ceilDiv(all.size(), view.rowsAtOnce()));
        int number = Math.min(view.filter().part(), parts);
        int start = (number - 1) * view.rowsAtOnce();
        List<TaskRow> rows = all.subList(start, Math.min(all.size(), start + view.rowsAtOnce()));
        return new Part(rows, number, parts, all.isEmpty() ? 0 : start + 1, all.size());
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < parts;
    }

    /** Number of the last row. */
    public int last() {
        return first == 0 ? 0 : first + rows.size() - 1;
    }
}
