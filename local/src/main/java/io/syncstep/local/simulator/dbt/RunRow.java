package io.syncstep.local.simulator.dbt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API tells it, with nulls where there is nothing to tell yet.
 *
 * @see <a href="https://docs.getdbt.com/dbt-cloud/api-v2">dbt Cloud Administrative API</a>
 */
final class RunRow {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    static final long PROJECT = 51798;

    private RunRow() {}

    /** @param withTrigger whether the trigger, and with it the cause, was asked for */
    static ObjectNode of(JobRun run, String accountId, boolean withTrigger, Instant now) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", run.id()).put("trigger_id", run.id() + 500);
        row.put("account_id", accountId).put("project_id", PROJECT);
        row.put("job_definition_id", run.jobId()).put("job_id", run.jobId());
        status(row, run, now);
        times(row, run, now);
        row.set("trigger", withTrigger ? trigger(run) : JsonNodeFactory.instance.nullNode());
        row.putNull("job").putNull("environment").putArray("run_steps");
        row.put(
                "href",
                "https://cloud.getdbt.com/deploy/" + accountId + "/projects/" + PROJECT + "/runs/" + run.id() + "/");
        return row;
    }

    private static void status(ObjectNode row, JobRun run, Instant now) {
        boolean over = run.isOver(now);
        row.put("status", over ? run.end().status() : run.step(now).status());
        row.put("status_humanized", over ? run.end().word() : run.step(now).word());
        row.put("status_message", over ? run.script().message() : null);
        boolean lies = run.script().misleads();
        row.put("in_progress", !over ^ lies).put("is_complete", over ^ lies);
        row.put("is_success", (over && run.end() == JobEnd.SUCCESS) ^ lies);
        row.put("is_error", (over && run.end() == JobEnd.ERROR) ^ lies);
        row.put("is_cancelled", (over && run.end() == JobEnd.CANCELLED) ^ lies);
    }

    private static void times(ObjectNode row, JobRun run, Instant now) {
        Instant started = run.isStarted(now) ? run.startsAt() : null;
        Instant finished = run.isOver(now) ? run.endsAt() : null;
        row.put("created_at", time(run.createdAt())).put("updated_at", time(now));
        row.put("dequeued_at", time(started)).put("started_at", time(started));
        row.put("finished_at", time(finished));
        row.put("duration", clock(Duration.between(run.createdAt(), finished == null ? now : finished)));
    }

    private static ObjectNode trigger(JobRun run) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", run.id() + 500)
                .put("cause", run.cause())
                .put("job_definition_id", run.jobId())
                .put("created_at", time(run.createdAt()));
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    private static String clock(Duration duration) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
