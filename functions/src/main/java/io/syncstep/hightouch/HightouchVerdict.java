package io.syncstep.hightouch;

import io.syncstep.http.Api;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Look;
import io.syncstep.sync.OnWarning;
import io.syncstep.sync.Request;
import io.syncstep.sync.Rows;
import io.syncstep.sync.Run;
import io.syncstep.sync.Verdict;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the status of a run means. A word that nobody knows is no end. */
record HightouchVerdict(Request request, Api api) {

    Look on(Run run, HightouchRun seen) {
        Facts facts = facts(run, seen);
        return switch (seen.status()) {
            case "success" -> new Look.Ended(run, Verdict.SUCCEEDED, facts);
            case "warning" -> new Look.Ended(run, onWarning(seen.rows()), facts);
            case "failed" -> new Look.Ended(run, Verdict.FAILED, facts);
            case "cancelled" -> new Look.Ended(run, Verdict.CANCELLED, facts);
            default -> new Look.Going(run, facts);
        };
    }

    /** Right after a start the list may not have the run yet; an unknown id gives an empty list, too. */
    Look notListed(Run run) {
        Facts seen = run.watch().facts();
        return new Look.Going(run, seen.providerStatus() == null ? Facts.page(page(run)) : seen);
    }

    Facts facts(Run run, HightouchRun seen) {
        String error = seen.error();
        return seen.facts(seen.word(api), error == null ? null : api.clean(error), page(run));
    }

    private @Nullable String page(Run run) {
        return Hightouch.page(api, run.taskId(), Objects.requireNonNull(run.runId()));
    }

    /** The limit holds whatever {@code onWarning} says; counts that are not told might be above it. */
    private Verdict onWarning(@Nullable Rows rows) {
        Long limit = request.maxFailedRows();
        if (limit == null) {
            return request.onWarning() == OnWarning.SUCCEED ? Verdict.SUCCEEDED : Verdict.FAILED;
        }
        OptionalLong rejected = rows == null ? OptionalLong.empty() : rows.rejected();
        return rejected.isPresent() && rejected.getAsLong() <= limit ? Verdict.SUCCEEDED : Verdict.FAILED;
    }
}
