package io.syncstep.stitch;

import io.syncstep.http.Api;
import io.syncstep.overview.Status;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Look;
import io.syncstep.sync.Run;
import io.syncstep.sync.Verdict;
import org.jspecify.annotations.Nullable;

/** What the record of an extraction means. All three phases count, not one of them; without an exit status it is no success. */
record StitchVerdict(Api api) {

    Look on(Run run, Extraction seen) {
        String failed = seen.failedPhase();
        if (failed != null) {
            return new Look.Ended(run, Verdict.FAILED, facts(seen, failed + " failed", seen.description(failed)));
        }
        if (!seen.isCompleted()) {
            return new Look.Going(run, facts(seen, seen.currentPhase(), null));
        }
        if (seen.isThrough("tap") && seen.isThrough("target")) {
            return new Look.Ended(run, Verdict.SUCCEEDED, facts(seen, "completed", null));
        }
        return new Look.Ended(run, Verdict.CANCELLED, facts(seen, "terminated", seen.description("tap")));
    }

    /** The same in the words of the overview. */
    static Status status(Extraction seen) {
        if (seen.failedPhase() != null) {
            return Status.FAILING;
        }
        if (!seen.isCompleted()) {
            return seen.startedAt() == null ? Status.UNKNOWN : Status.RUNNING;
        }
        return seen.isDone() ? Status.HEALTHY : Status.CANCELLED;
    }

    private Facts facts(Extraction seen, String status, @Nullable String message) {
        String clean = message == null ? null : api.clean(message);
        return new Facts(status, null, clean, seen.startedAt(), seen.completedAt(), null, seen.phases(), null, null);
    }
}
