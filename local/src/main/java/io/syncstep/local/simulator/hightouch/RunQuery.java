package io.syncstep.local.simulator.hightouch;

import io.syncstep.local.simulator.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which runs <code>GET /syncs/{id}/runs</code> is asked for. {@code after}, {@code before} and {@code within} look at
 * the start, so that a run which is still queued is missing from their answers.
 */
record RunQuery(
        Optional<String> runId, Optional<Instant> after, Optional<Instant> before, String orderBy, RunOrder order) {

    /** Throws {@code DateTimeException} or {@code NumberFormatException} for a parameter that can't be read. */
    static RunQuery of(Request request, RunOrder order) {
        Optional<Instant> within = request.parameter("within")
                .map(minutes -> request.at().minus(Duration.ofMinutes(Long.parseLong(minutes))));
        return new RunQuery(
                request.parameter("runId"),
                request.parameter("after").map(Instant::parse).or(() -> within),
                request.parameter("before").map(Instant::parse),
                request.parameter("orderBy").orElse("id"),
                order);
    }

    List<SyncRun> select(List<SyncRun> runs, Instant now) {
        Comparator<SyncRun> ascending = comparator(now);
        return runs.stream()
                .filter(run -> run.isListed(now))
                .filter(run -> runId.isEmpty() || runId.get().equals(run.id()))
                .filter(run -> isWithin(run, now))
                .sorted(order == RunOrder.ASCENDING ? ascending : ascending.reversed())
                .toList();
    }

    private boolean isWithin(SyncRun run, Instant now) {
        if (after.isEmpty() && before.isEmpty()) {
            return true;
        }
        return run.isStarted(now)
                && after.map(limit -> run.startsAt().isAfter(limit)).orElse(true)
                && before.map(limit -> run.startsAt().isBefore(limit)).orElse(true);
    }

    private Comparator<SyncRun> comparator(Instant now) {
        return switch (orderBy) {
            case "id" -> Comparator.comparingLong(run -> Long.parseLong(run.id()));
            case "createdAt" -> Comparator.comparing(SyncRun::createdAt);
            case "startedAt" -> Comparator.comparing(SyncRun::startsAt);
            case "finishedAt" -> Comparator.comparing(run -> run.isOver(now) ? run.endsAt() : SyncRun.NEVER);
            default -> throw new IllegalArgumentException("orderBy must be id, createdAt, startedAt or finishedAt");
        };
    }
}
