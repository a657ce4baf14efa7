package io.syncstep.page;

import io.syncstep.overview.AccountTasks;
import io.syncstep.overview.Overview;
import io.syncstep.overview.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The list of all tasks, as one looks at it: what is failing first, some of it filtered away, some rows at a time.
 *
 * @param notices what the person should know beside it: an account whose name means nothing
 * @param readAt when the providers were asked
 * @param now to which it is told how long ago something was
 * @param rowsAtOnce how many rows are shown together
 */
public record OverviewView(
        Overview overview, List<String> notices, Filter filter, Instant readAt, Instant now, int rowsAtOnce) {

    private static final Comparator<TaskRow> WORST_FIRST =
            Comparator.comparing(row -> row.task().status());

    public OverviewView {
        notices = List.copyOf(notices);
        if (rowsAtOnce < 1) {
            throw new IllegalArgumentException("rowsAtOnce must be at least 1, got " + rowsAtOnce);
        }
    }

    /** The accounts that were not read, or not as a whole. */
    public List<AccountTasks> failing() {
        return overview.accounts().stream()
                .filter(account -> !account.isReachable())
                .toList();
    }

    /** How many tasks there are of each status, over all accounts, the worst first. */
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        all().forEach(row -> counts.merge(row.task().status(), 1L, Long::sum));
        return counts;
    }

    public long total() {
        return all().count();
    }

    /** All that the filter shows, the worst first. */
    public List<TaskRow> matching() {
        return all().filter(filter::shows).sorted(WORST_FIRST).toList();
    }

    private Stream<TaskRow> all() {
        return overview.accounts().stream()
                .flatMap(account -> account.tasks().stream().map(task -> new TaskRow(account.name(), task)));
    }
}
