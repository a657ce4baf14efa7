package io.syncstep.hightouch;

import io.syncstep.hightouch.HightouchApi.Page;
import io.syncstep.sync.Read;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest runs of a sync. The API sorts them by creation, and does not say in which direction: both are read, and where
 * the oldest come first, the end of the list is searched for in steps that double.
 *
 * @param pageSize how many runs a page has: as many as were asked for, or as the first one shows that there are
 */
record NewestRuns(HightouchApi api, String syncId, int pageSize) {

    NewestRuns(HightouchApi api, String syncId) {
        this(api, syncId, HightouchApi.PAGE);
    }

    /** At least the runs that were created since then, and the newest hundred; older ones may be among them. */
    Read<List<HightouchRun>> since(Instant instant) {
        return page(0).then(first -> {
            if (isLast(first)) {
                return new Read.Got<>(first.runs());
            }
            NewestRuns paged = new NewestRuns(api, syncId, first.runs().size());
            return isNewestFirst(first) ? paged.forward(0, first, first.runs(), instant) : paged.end(1, instant);
        });
    }

    /** The one that is going, else the one queued first: a sync's runs are worked off one after another. */
    static Optional<HightouchRun> inProgress(List<HightouchRun> runs) {
        return runs.stream()
                .filter(HightouchRun::isInProgress)
                .min(Comparator.comparing(HightouchRun::isQueued)
                        .thenComparing(HightouchRun::createdAt, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private Read<Page> page(long index) {
        return api.runs(syncId, index * pageSize);
    }

    private static boolean isLast(Page page) {
        return page.runs().isEmpty() || !page.hasMore();
    }

    private static boolean isNewestFirst(Page page) {
        Instant first = page.runs().getFirst().createdAt();
        Instant last = page.runs().getLast().createdAt();
        return first != null && last != null && first.isAfter(last);
    }

    private Read<List<HightouchRun>> forward(long index, Page page, List<HightouchRun> runs, Instant instant) {
        if (isLast(page) || !page.runs().getLast().isCreatedSince(instant)) {
            return new Read.Got<>(runs);
        }
        return page(index + 1).then(next -> forward(index + 1, next, joined(runs, next.runs()), instant));
    }

    /** Looks for a page behind the last full one, twice as far with each step. */
    private Read<List<HightouchRun>> end(long index, Instant instant) {
        return page(index)
                .then(page -> isLast(page) ? lastBetween(index / 2, index, page, instant) : end(2 * index, instant));
    }

    /** The last page lies behind the full page, at the short one at the latest. */
    private Read<List<HightouchRun>> lastBetween(long full, long shorter, Page page, Instant instant) {
        if (shorter - full <= 1) {
            return backward(shorter, page.runs(), page, instant);
        }
        long middle = (full + shorter) / 2;
        return page(middle)
                .then(found -> isLast(found)
                        ? lastBetween(full, middle, found, instant)
                        : lastBetween(middle, shorter, page, instant));
    }

    private Read<List<HightouchRun>> backward(long index, List<HightouchRun> runs, Page page, Instant instant) {
        boolean reached = !page.runs().isEmpty() && !page.runs().getFirst().isCreatedSince(instant);
        if (index == 0 || (reached && runs.size() >= pageSize)) {
            return new Read.Got<>(runs);
        }
        return page(index - 1).then(before -> backward(index - 1, joined(before.runs(), runs), before, instant));
    }

    private static List<HightouchRun> joined(List<HightouchRun> first, List<HightouchRun> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
