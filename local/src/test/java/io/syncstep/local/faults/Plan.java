package io.syncstep.local.faults;

import io.syncstep.http.Limits;
import io.syncstep.local.endtoend.Stage;
import io.syncstep.local.simulator.dbt.JobScript;
import io.syncstep.local.simulator.hightouch.RunOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A random execution: what was asked, how the task behaves, and what goes wrong.
 *
 * @param ifRunning the request's, or empty for the provider's default
 * @param yesterdays how the last run ended that was over long before
 * @param others how the run of somebody else ends that is in progress at the start, or null for none
 * @param othersLeft how long that one still takes
 * @param oddLists Hightouch lists the newest first and writes ids as numbers; Stitch lists what is running; dbt Cloud
 *     misleads beside the status
 */
record Plan(
        Side side,
        Instant start,
        Fate fate,
        Duration length,
        Duration listedAfter,
        String ifRunning,
        Fate yesterdays,
        @Nullable Fate others,
        Duration othersLeft,
        boolean oddLists,
        long timeoutSeconds,
        List<Strike> strikes) {

    private static final Duration AGO = Duration.ofHours(20);
    private static final Duration SINCE = Duration.ofSeconds(40);

    Played play() {
        return scene().play();
    }

    Plan with(List<Strike> fewer) {
        return new Plan(
                side,
                start,
                fate,
                length,
                listedAfter,
                ifRunning,
                yesterdays,
                others,
                othersLeft,
                oddLists,
                timeoutSeconds,
                fewer);
    }

    Instant deadline() {
        return start.plusSeconds(timeoutSeconds);
    }

    Scene scene() {
        String asked = ifRunning.isEmpty() ? "" : ",\"ifRunning\":\"" + ifRunning + "\"";
        String request = side.request(asked + ",\"timeoutSeconds\":" + timeoutSeconds);
        return new Scene(side, start, Limits.USUAL, request, this::set, strikes);
    }

    private void set(Stage stage) {
        Instant before = start.minus(SINCE);
        Duration all = SINCE.plus(othersLeft);
        switch (side) {
            case HIGHTOUCH -> {
                String task = Long.toString(Side.TASK);
                if (oddLists) {
                    stage.hightouch().listRuns(RunOrder.DESCENDING);
                    stage.hightouch().writeRunIdsAsNumbers();
                }
                stage.hightouch().play(task, fate.hightouch(length).listedAfter(listedAfter));
                stage.hightouch().addRun(task, start.minus(AGO), yesterdays.hightouch(SINCE));
                if (others != null) {
                    stage.hightouch().addRun(task, before, others.hightouch(all));
                }
            }
            case STITCH -> {
                stage.stitch().showRunning(oddLists);
                stage.stitch().play(Side.TASK, fate.stitch(length));
                stage.stitch().addExtraction(Side.TASK, start.minus(AGO), yesterdays.stitch(SINCE));
                if (others != null) {
                    stage.stitch().addExtraction(Side.TASK, before, others.stitch(all));
                }
            }
            case DBT -> {
                JobScript script = fate.dbt(length).listedAfter(listedAfter);
                stage.dbt().play(Side.TASK, oddLists ? script.misleading() : script);
                stage.dbt().addRun(Side.TASK, start.minus(AGO), yesterdays.dbt(SINCE));
                if (others != null) {
                    stage.dbt().addRun(Side.TASK, before, others.dbt(all));
                }
            }
        }
    }
}
