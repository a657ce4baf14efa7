package io.syncstep.stitch;

import io.syncstep.http.Api;
import io.syncstep.overview.LatestRuns;
import io.syncstep.overview.Listed;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Patience;
import io.syncstep.overview.TaskRuns;
import io.syncstep.sync.Read;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last extraction of one source: Stitch tells of no other, unless one in progress should stand beside it. */
public final class StitchTaskRuns implements TaskRuns {

    private final Api api;
    private final StitchApi stitch;
    private final OverviewShelves shelves;
    private final Patience patience;

    /**
     * The runs of one account's sources.
     *
     * @param shelves those of {@link StitchTaskList}, so that both together stay within the account's budget
     */
    public StitchTaskRuns(Api api, OverviewShelves shelves, Patience patience) {
        this.api = api;
        this.stitch = new StitchApi(api);
        this.shelves = shelves;
        this.patience = patience;
    }

    @Override
    public Listed<PastRun> read(String sourceId) {
        return new LatestRuns<>("source", Extraction::jobName, Extraction.STARTED, patience)
                .of(sourceId, () -> stitch.clientId(sourceId).then(clientId -> from(1, clientId, sourceId)))
                .map(this::shaped);
    }

    /** Reads no further than to the page that has the source: each one is rationed. */
    private Read<List<Extraction>> from(int number, String clientId, String sourceId) {
        return shelves.of(clientId)
                .page(number, () -> stitch.extractions(clientId, number))
                .then(page -> {
                    List<Extraction> ours = page.extractions().stream()
                            .filter(extraction -> extraction.sourceId().equals(sourceId))
                            .toList();
                    return ours.isEmpty() && page.hasNext()
                            ? from(number + 1, clientId, sourceId)
                            : new Read.Got<>(ours);
                });
    }

    private PastRun shaped(Extraction seen) {
        return new PastRun(
                seen.jobName(),
                StitchVerdict.status(seen),
                null,
                seen.startedAt(),
                seen.completedAt(),
                null,
                message(seen),
                null);
    }

    private @Nullable String message(Extraction seen) {
        String failed = seen.failedPhase();
        if (failed != null) {
            return message(seen, failed + " failed", seen.description(failed));
        }
        return seen.isCompleted() && !seen.isDone() ? message(seen, "terminated", seen.description("tap")) : null;
    }

    /** The exit statuses go first, as a long description is cut. */
    private String message(Extraction seen, String what, @Nullable String description) {
        String how = "Exit statuses: " + seen.exitStatuses() + "; " + what;
        return api.clean(description == null ? how + "." : how + ": " + description);
    }
}
