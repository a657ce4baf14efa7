package io.syncstep.local.simulator.hightouch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All runs of all syncs, those included that the future will bring: the successor of a run that gets interrupted. */
final class RunHistory {

    private static final Duration SOMEBODY_STARTED_IT = Duration.ofSeconds(30);

    private final Map<String, List<SyncRun>> runs = new HashMap<>();
    private final Map<String, Behaviour> behaviours = new HashMap<>();
    private final Map<String, List<String>> started = new HashMap<>();
    private long nextRunId = 7_000_001;

    void play(String syncId, Behaviour behaviour) {
        behaviours.put(syncId, behaviour);
    }

    void nextRunId(long id) {
        nextRunId = id;
    }

    Behaviour behaviour(String syncId) {
        return behaviours.getOrDefault(syncId, HightouchScenario.of(syncId));
    }

    /** The next run of a sync, created at this moment and started when those before it are over. */
    SyncRun start(String syncId, Instant at) {
        seedSomebodyElsesRun(syncId, at);
        SyncRun run = add(syncId, at, behaviour(syncId).runs());
        started.computeIfAbsent(syncId, _ -> new ArrayList<>()).add(run.id());
        return run;
    }

    /** The runs that start calls created, without those of other people and those that resume another. */
    List<String> started(String syncId) {
        return List.copyOf(started.getOrDefault(syncId, List.of()));
    }

    SyncRun add(String syncId, Instant createdAt, RunScript script) {
        List<SyncRun> earlier = runs.computeIfAbsent(syncId, _ -> new ArrayList<>());
        var run = new SyncRun(
                Long.toString(nextRunId++), syncId, createdAt, startsAt(createdAt, script, earlier), script);
        earlier.add(run);
        script.resumption().ifPresent(next -> add(syncId, run.endsAt().plus(next.after()), next.script()));
        return run;
    }

    private static Instant startsAt(Instant createdAt, RunScript script, List<SyncRun> earlier) {
        Instant alone = createdAt.plus(script.queued());
        return earlier.stream()
                .filter(run -> !run.createdAt().isAfter(createdAt))
                .map(SyncRun::endsAt)
                .filter(alone::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(alone);
    }

    /** The runs that were created so far, listed yet or not, in the order of their creation. */
    List<SyncRun> of(String syncId, Instant now) {
        seedSomebodyElsesRun(syncId, now);
        return runs.getOrDefault(syncId, List.of()).stream()
                .filter(run -> run.isCreated(now))
                .sorted(Comparator.comparing(SyncRun::createdAt))
                .toList();
    }

    private void seedSomebodyElsesRun(String syncId, Instant now) {
        if (!runs.containsKey(syncId) && behaviour(syncId) instanceof Behaviour.IsBusy busy) {
            add(syncId, now.minus(SOMEBODY_STARTED_IT), busy.others());
        }
    }

    Optional<SyncRun> latest(String syncId, Instant now) {
        return of(syncId, now).reversed().stream().findFirst();
    }

    /** Where the work of a run ends: in itself, or in the run in which it is resumed. */
    SyncRun lastOf(SyncRun run) {
        return run.script().resumption().isEmpty()
                ? run
                : runs.getOrDefault(run.syncId(), List.of()).getLast();
    }
}
