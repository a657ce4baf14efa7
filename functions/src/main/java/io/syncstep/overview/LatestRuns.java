package io.syncstep.overview;

import io.syncstep.sync.Read;
import io.syncstep.sync.SyncError;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the latest runs of a task, the newest first, in whatever order they come.
 *
 * @param kind of the task, for messages: {@code sync}
 * @param id of a run, by which one that comes twice is known, since rows can shift between pages
 * @param createdAt compares by creation. A run that waits would be out of place by its start
 */
public record LatestRuns<T>(String kind, Function<T, String> id, Comparator<T> createdAt, Patience patience) {

    /** So many tell how a task behaves, and fit on a page. */
    static final int MOST = 20;

    /**
     * The newest twenty.
     *
     * @param runs asks the provider for runs, the newest among them; what it refuses as not found is the task
     */
    public Listed<T> of(String taskId, Supplier<Read<List<T>>> runs) {
        if (!TaskId.isNumber(taskId)) {
            return none(Problem.invalidId(kind, taskId));
        }
        String task = kind + " " + taskId;
        return switch (patience.ask(runs)) {
            case Read.Got<List<T>>(List<T> got) -> new Listed<>(newest(got), null);
            case Read.Unanswered<List<T>> no -> none(Problem.unanswered("runs of " + task, no.trouble()));
            case Read.Refused<List<T>> no ->
                none(
                        no.refusal().error() == SyncError.NOT_FOUND
                                ? Problem.noSuchTask(task, no.refusal())
                                : Problem.refused("runs of " + task, no.refusal()));
        };
    }

    private List<T> newest(List<T> runs) {
        Map<String, T> once = new LinkedHashMap<>();
        runs.forEach(run -> once.putIfAbsent(id.apply(run), run));
        return once.values().stream().sorted(createdAt.reversed()).limit(MOST).toList();
    }

    private static <T> Listed<T> none(Problem problem) {
        return new Listed<>(List.of(), problem);
    }
}
