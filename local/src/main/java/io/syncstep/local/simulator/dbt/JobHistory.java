package io.syncstep.local.simulator.dbt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All runs of all jobs. The runs of one job are worked off one after another. */
final class JobHistory {

    private static final Duration SOMEBODY_STARTED_IT = Duration.ofSeconds(30);

    private final Map<Long, List<JobRun>> runs = new TreeMap<>();
    private final Map<Long, DbtBehaviour> behaviours = new HashMap<>();
    private final Map<Long, List<String>> started = new HashMap<>();
    private long nextRunId = 34_000_001;

    void play(long jobId, DbtBehaviour behaviour) {
        behaviours.put(jobId, behaviour);
    }

    void nextRunId(long id) {
        nextRunId = id;
    }

    DbtBehaviour behaviour(long jobId) {
        return behaviours.getOrDefault(jobId, DbtScenario.of(jobId));
    }

    /** The next run of a job, created at this moment by a start call. */
    JobRun start(long jobId, String cause, Instant at) {
        seedSomebodyElsesRun(jobId, at);
        JobRun run = add(jobId, cause, at, behaviour(jobId).runs());
        started.computeIfAbsent(jobId, _ -> new ArrayList<>()).add(Long.toString(run.id()));
        return run;
    }

    /** The runs that start calls created, without those of other people. */
    List<String> started(long jobId) {
        return List.copyOf(started.getOrDefault(jobId, List.of()));
    }

    JobRun add(long jobId, String cause, Instant createdAt, JobScript script) {
        JobRun run = new JobRun(nextRunId++, jobId, cause, createdAt, JobRun.NEVER, script, null);
        runs.computeIfAbsent(jobId, _ -> new ArrayList<>()).add(run);
        return run;
    }

    void cancel(long runId, Instant now) {
        named(runId, now)
                .map(run -> run.cancelled(now))
                .ifPresent(after ->
                        runs.values().forEach(ofAJob -> ofAJob.replaceAll(run -> run.id() == runId ? after : run)));
    }

    /** The runs of every job that were created so far, in the order of their creation. */
    List<JobRun> all(Instant now) {
        return runs.keySet().stream()
                .flatMap(jobId -> of(jobId, now).stream())
                .sorted(Comparator.comparing(JobRun::createdAt))
                .toList();
    }

    /** Those of a job, listed yet or not. */
    List<JobRun> of(long jobId, Instant now) {
        seedSomebodyElsesRun(jobId, now);
        return queued(runs.getOrDefault(jobId, List.of())).stream()
                .filter(run -> run.isCreated(now))
                .toList();
    }

    /** Each starts when those before it are over. */
    private static List<JobRun> queued(List<JobRun> runs) {
        List<JobRun> placed = new ArrayList<>();
        Instant free = Instant.MIN;
        for (JobRun run :
                runs.stream().sorted(Comparator.comparing(JobRun::createdAt)).toList()) {
            Instant alone = run.createdAt().plus(run.script().queued());
            JobRun next = run.startingAt(alone.isAfter(free) ? alone : free);
            placed.add(next);
            free = next.endsAt().isAfter(free) ? next.endsAt() : free;
        }
        return placed;
    }

    private void seedSomebodyElsesRun(long jobId, Instant now) {
        if (!runs.containsKey(jobId) && behaviour(jobId) instanceof DbtBehaviour.IsBusy busy) {
            add(jobId, "scheduled", now.minus(SOMEBODY_STARTED_IT), busy.others());
        }
    }

    Optional<JobRun> named(long runId, Instant now) {
        return all(now).stream().filter(run -> run.id() == runId).findFirst();
    }
}
