package io.syncstep.local.simulator.dbt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.simulator.wire.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A job as <code>GET /jobs/</code> tells it. Its last runs come only where they were asked for. */
final class JobRow {

    private static final Instant LONG_AGO = Instant.parse("2025-03-01T09:00:00Z");

    private JobRow() {}

    /** @param runs all that were created so far, in the order of their creation */
    static ObjectNode of(Job job, List<JobRun> runs, String accountId, Request request) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", job.id()).put("account_id", accountId).put("project_id", RunRow.PROJECT);
        row.put("name", job.name()).put("state", job.deleted() ? 2 : 1);
        row.putObject("triggers").put("schedule", job.scheduled()).put("github_webhook", false);
        row.putObject("schedule").put("cron", "0 2 * * *");
        row.put("created_at", RunRow.time(LONG_AGO)).put("updated_at", RunRow.time(LONG_AGO));
        related(row, "most_recent_run", runs, run -> true, accountId, request);
        related(row, "most_recent_completed_run", runs, run -> run.isOver(request.at()), accountId, request);
        return row;
    }

    private static void related(
            ObjectNode row,
            String field,
            List<JobRun> runs,
            Predicate<JobRun> wanted,
            String accountId,
            Request request) {
        if (!request.parameter("include_related").orElse("").contains('"' + field + '"')) {
            return;
        }
        Optional<ObjectNode> run = runs.stream()
                .filter(each -> each.isListed(request.at()))
                .filter(wanted)
                .reduce((earlier, later) -> later)
                .map(last -> RunRow.of(last, accountId, false, request.at()));
        row.set(field, run.isPresent() ? run.get() : JsonNodeFactory.instance.nullNode());
    }
}
