package io.syncstep.hightouch;

import io.syncstep.http.Api;
import io.syncstep.overview.LatestRuns;
import io.syncstep.overview.Listed;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Patience;
import io.syncstep.overview.TaskRuns;
import io.syncstep.sync.Read;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The latest runs of one sync. */
public final class HightouchTaskRuns implements TaskRuns {

    private static final Comparator<HightouchRun> CREATED =
            Comparator.comparing(HightouchRun::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Api api;
    private final HightouchApi hightouch;
    private final Patience patience;

    public HightouchTaskRuns(Api api, Patience patience) {
        this.api = api;
        this.hightouch = new HightouchApi(api);
        this.patience = patience;
    }

    @Override
    public Listed<PastRun> read(String syncId) {
        return new LatestRuns<>("sync", HightouchRun::id, CREATED, patience)
                .of(syncId, () -> runs(syncId))
                .map(run -> shaped(syncId, run));
    }

    /** An id that nobody has may have an empty list as well, so that the sync itself is asked for then. */
    private Read<List<HightouchRun>> runs(String syncId) {
        return new NewestRuns(hightouch, syncId)
                .since(Instant.MAX)
                .then(runs -> runs.isEmpty() ? hightouch.sync(syncId).map(sync -> runs) : new Read.Got<>(runs));
    }

    private PastRun shaped(String syncId, HightouchRun run) {
        Instant started = run.startedAt();
        String error = run.error();
        return new PastRun(
                run.id(),
                StatusWord.of(run.status()),
                run.word(api),
                started == null ? run.createdAt() : started,
                run.finishedAt(),
                run.rows(),
                error == null ? null : api.clean(error),
                Hightouch.page(api, syncId, run.id()));
    }
}
