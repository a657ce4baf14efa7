package io.syncstep.local.simulator.hightouch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of a sync sequence: its syncs one after another, up to the first that does not end well. */
record SequenceRun(String id, Instant createdAt, List<SyncRun> members) {

    /** A sequence run as it is answered. */
    record Row(String id, String status, List<Member> syncRuns) {}

    /** One sync of it. */
    record Member(
            String syncId,
            String syncRunId,
            String status,
            @Nullable String finishedAt) {}

    Row at(Instant now) {
        List<Member> begun = members.stream()
                .filter(run -> run.isCreated(now))
                .map(run -> member(run, now))
                .toList();
        return new Row(id, status(now), begun);
    }

    private static Member member(SyncRun run, Instant now) {
        String finishedAt = run.isOver(now) ? RunRow.time(run.endsAt()) : null;
        return new Member(run.syncId(), run.id(), run.status(now), finishedAt);
    }

    private String status(Instant now) {
        SyncRun last = members.getLast();
        if (!members.getFirst().isStarted(now)) {
            return "pending";
        }
        if (!last.isOver(now)) {
            return "running";
        }
        return switch (last.status(now)) {
            case "success", "warning" -> "done";
            case "cancelled" -> "cancelled";
            default -> "failed";
        };
    }
}
