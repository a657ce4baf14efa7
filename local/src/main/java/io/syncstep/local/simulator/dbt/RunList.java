package io.syncstep.local.simulator.dbt;

import io.syncstep.local.simulator.wire.Request;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which runs <code>GET /runs/</code> is asked for: those of a job or of all, in an order, a page of them. */
record RunList(Optional<Long> jobId, String orderBy, int limit, int offset) {

    private static final int MOST = 100;

    /** Throws {@code IllegalArgumentException} for a parameter that can't be used. */
    static RunList of(Request request) {
        int limit = Integer.parseUnsignedInt(request.parameter("limit").orElse("100"));
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1..100, got " + limit);
        }
        return new RunList(
                request.parameter("job_definition_id").map(Long::parseLong),
                request.parameter("order_by").orElse("id"),
                limit,
                Integer.parseUnsignedInt(request.parameter("offset").orElse("0")));
    }

    List<JobRun> select(List<JobRun> runs, Instant now) {
        Comparator<JobRun> ascending = comparator();
        return runs.stream()
                .filter(run -> run.isListed(now))
                .filter(run -> jobId.isEmpty() || jobId.get() == run.jobId())
                .sorted(orderBy.startsWith("-") ? ascending.reversed() : ascending)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    private Comparator<JobRun> comparator() {
        return switch (orderBy.replaceFirst("^-", "")) {
            case "id" -> Comparator.comparingLong(JobRun::id);
            case "created_at" -> Comparator.comparing(JobRun::createdAt);
            case "finished_at" -> Comparator.comparing(JobRun::endsAt);
            default -> throw new IllegalArgumentException("order_by must be id, created_at or finished_at");
        };
    }
}
