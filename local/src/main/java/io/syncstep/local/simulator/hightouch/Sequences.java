package io.syncstep.local.simulator.hightouch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sync sequences: every UUID is one, of the syncs 1234567 and 1234568. When the last group of the UUID, read as a
 * decimal number, is the id of a {@link HightouchScenario}, that sync comes second: {@code …-000009000001} fails.
 */
final class Sequences {

    private final RunHistory history;
    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, SequenceRun> runs = new HashMap<>();

    Sequences(RunHistory history) {
        this.history = history;
    }

    void add(String uuid, List<String> syncIds) {
        members.put(uuid, List.copyOf(syncIds));
    }

    List<String> membersOf(String uuid) {
        return members.getOrDefault(uuid, List.of("1234567", second(uuid)));
    }

    private static String second(String uuid) {
        String lastGroup = uuid.substring(uuid.lastIndexOf('-') + 1).replaceFirst("^0+", "");
        return List.of(HightouchScenario.values()).stream()
                .map(HightouchScenario::syncId)
                .filter(lastGroup::equals)
                .findFirst()
                .orElse("1234568");
    }

    SequenceRun start(String uuid, Instant now) {
        List<SyncRun> started = new ArrayList<>();
        Instant next = now;
        for (String syncId : membersOf(uuid)) {
            SyncRun last = begin(syncId, next, started);
            if (!last.endedWell() || last.endsAt().equals(SyncRun.NEVER)) {
                break;
            }
            next = last.endsAt().plus(Duration.ofSeconds(1));
        }
        var run = new SequenceRun(Integer.toString(500_001 + runs.size()), now, List.copyOf(started));
        runs.put(run.id(), run);
        return run;
    }

    private SyncRun begin(String syncId, Instant at, List<SyncRun> started) {
        SyncRun run = history.start(syncId, at);
        SyncRun last = history.lastOf(run);
        started.add(run);
        if (!last.equals(run)) {
            started.add(last);
        }
        return last;
    }

    Optional<SequenceRun> run(String id) {
        return Optional.ofNullable(runs.get(id));
    }
}
