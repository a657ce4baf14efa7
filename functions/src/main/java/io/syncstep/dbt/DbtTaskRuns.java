package io.syncstep.dbt;

import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.http.Url;
import io.syncstep.overview.LatestRuns;
import io.syncstep.overview.Listed;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Patience;
import io.syncstep.overview.TaskRuns;
import io.syncstep.sync.Read;
import io.syncstep.sync.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest runs of one job. */
public final class DbtTaskRuns implements TaskRuns {

    private static final int LONGEST_STATUS = 100;

    private static final Comparator<DbtRun> CREATED =
            Comparator.comparing(DbtRun::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Api api;
    private final DbtApi dbt;
    private final Patience patience;

    public DbtTaskRuns(Api api, Patience patience) {
        this.api = api;
        this.dbt = new DbtApi(api);
        this.patience = patience;
    }

    @Override
    public Listed<PastRun> read(String jobId) {
        return new LatestRuns<>("job", DbtRun::mustHaveId, CREATED, patience)
                .of(jobId, () -> runs(jobId))
                .map(this::shaped);
    }

    /** An id that nobody has may have an empty list as well, so that the job itself is asked for then. */
    private Read<List<DbtRun>> runs(String jobId) {
        return dbt.newestRuns(jobId, page -> true)
                .then(runs -> runs.isEmpty() ? dbt.job(jobId).map(job -> runs) : new Read.Got<>(runs));
    }

    private PastRun shaped(DbtRun run) {
        Instant started = run.startedAt();
        String word = clean(run.word());
        return new PastRun(
                run.id(),
                StatusWord.of(run.status()),
                word == null ? null : Text.cut(word, LONGEST_STATUS),
                started == null ? run.createdAt() : started,
                run.finishedAt(),
                null,
                clean(Fields.text(run.json(), "status_message")),
                page(run));
    }

    /** What is no page, or would have to be cleaned first, is no link: one that runs a script would do so for whoever clicks on it. */
    private @Nullable String page(DbtRun run) {
        String href = Fields.text(run.json(), "href");
        return href != null && Url.isPage(href) && href.equals(api.clean(href)) ? href : null;
    }

    private @Nullable String clean(@Nullable String text) {
        return text == null ? null : api.clean(text);
    }
}
