package io.syncstep.testing;

import io.syncstep.sync.Doubt;
import io.syncstep.sync.Facts;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Run;
import io.syncstep.sync.Start;
import io.syncstep.sync.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs to start from. */
public final class Runs {

    private static final Watch UNWATCHED = new Watch(0, 0, null, 0, null, Facts.NONE);

    private Runs() {}

    /** Ours, started by one call. */
    public static Run started(String taskId, String runId, Instant triggeredAt) {
        return run(taskId, runId, false, new Start(triggeredAt, triggeredAt, 1, 0, null));
    }

    /** Somebody else's. */
    public static Run attached(String taskId, @Nullable String runId, Instant since) {
        return run(taskId, runId, true, new Start(since, since, 1, 0, null));
    }

    /** Of which nobody knows whether it was started. */
    public static Run inDoubt(String taskId, Instant sentAt) {
        Doubt doubt = new Doubt(sentAt, sentAt, "connection lost", null, 0);
        return run(taskId, null, false, new Start(sentAt, sentAt, 1, 0, doubt));
    }

    private static Run run(String taskId, @Nullable String runId, boolean attached, Start start) {
        return new Run(taskId, runId, attached, List.of(), Map.of(), start, UNWATCHED, PastDurations.NONE);
    }
}
