package io.syncstep.local.faults;

import io.syncstep.local.endtoend.Stage;
import io.syncstep.local.simulator.dbt.JobEnd;
import io.syncstep.local.simulator.dbt.JobScript;
import io.syncstep.local.simulator.hightouch.Rows;
import io.syncstep.local.simulator.hightouch.RunScript;
import io.syncstep.local.simulator.hightouch.Step;
import io.syncstep.local.simulator.stitch.ExtractionScript;
import io.syncstep.local.simulator.stitch.Phase;
import java.time.Duration;
import java.util.List;

/** How the runs of the task end. What a failed one says quotes the token, as a careless source might. */
enum Fate {
    SUCCEEDS("succeeded"),
    FAILS("SyncFailed"),
    /** Hightouch: some rows are rejected. Stitch: the target fails. dbt Cloud: it fails without a word. */
    WARNS("SyncFailed"),
    CANCELLED("SyncCancelled"),
    /** Hightouch: resumed in a new run, which succeeds. The others know no such thing, and it succeeds. */
    INTERRUPTED("succeeded"),
    NEVER_ENDS("SyncTimedOut");

    private final String outcome;

    Fate(String outcome) {
        this.outcome = outcome;
    }

    /** What an undisturbed execution with time enough ends with. */
    String outcome() {
        return outcome;
    }

    RunScript hightouch(Duration length) {
        return switch (this) {
            case SUCCEEDS -> lasting("success", length);
            case FAILS -> lasting("failed", length).withError("rejected: Authorization: Bearer " + Stage.API_KEY);
            case WARNS -> lasting("warning", length).withRows(new Rows(773, 41, 6), new Rows(5, 2, 0));
            case CANCELLED -> lasting("cancelled", length);
            case INTERRUPTED ->
                lasting("interrupted", length).resumedAfter(Duration.ofSeconds(20), lasting("success", length));
            case NEVER_ENDS -> lasting("success", length).endless();
        };
    }

    private static RunScript lasting(String end, Duration length) {
        Duration queued = length.dividedBy(8);
        return RunScript.ending(end)
                .with(List.of(new Step("processing", length.minus(queued))))
                .queuedFor(queued);
    }

    ExtractionScript stitch(Duration length) {
        return switch (this) {
            case SUCCEEDS, INTERRUPTED -> ExtractionScript.succeedingAfter(length);
            case FAILS ->
                ExtractionScript.of(
                        Phase.succeeds(0),
                        new Phase(length, 1, "401 for token " + Stage.ACCESS_TOKEN),
                        Phase.succeeds(0));
            case WARNS -> ExtractionScript.of(Phase.succeeds(0), Phase.succeeds(0), new Phase(length, -9, null));
            case CANCELLED ->
                ExtractionScript.of(
                        Phase.leavesNothing(), new Phase(length, null, "Terminated"), Phase.leavesNothing());
            case NEVER_ENDS -> ExtractionScript.succeedingAfter(length).endless();
        };
    }

    JobScript dbt(Duration length) {
        return switch (this) {
            case SUCCEEDS, INTERRUPTED -> JobScript.endingAfter(JobEnd.SUCCESS, length);
            case FAILS ->
                JobScript.endingAfter(JobEnd.ERROR, length)
                        .saying("rejected: Authorization: Token " + Stage.SERVICE_TOKEN);
            case WARNS -> JobScript.endingAfter(JobEnd.ERROR, length);
            case CANCELLED -> JobScript.endingAfter(JobEnd.CANCELLED, length);
            case NEVER_ENDS -> JobScript.endingAfter(JobEnd.SUCCESS, length).endless();
        };
    }
}
