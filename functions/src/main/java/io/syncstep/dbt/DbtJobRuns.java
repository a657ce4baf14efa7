package io.syncstep.dbt;

import io.syncstep.http.Api;
import io.syncstep.sync.Execution;
import io.syncstep.sync.IfRunning;
import io.syncstep.sync.Look;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Prepared;
import io.syncstep.sync.Profile;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Read;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The runs of one dbt Cloud job. Each that we start has its execution's name as its cause. */
public final class DbtJobRuns implements Provider {

    private final Api api;
    private final DbtApi dbt;
    private final Request request;
    private final Cause cause;
    private final Clock clock;

    /**
     * The runs of the request's job.
     *
     * @param execution whose name becomes the cause of the run that is started
     */
    public DbtJobRuns(Api api, Request request, Execution execution, Clock clock) {
        this.api = api;
        this.dbt = new DbtApi(api);
        this.request = request;
        this.cause = Cause.of(execution);
        this.clock = clock;
    }

    @Override
    public Profile profile() {
        return Dbt.JOBS;
    }

    @Override
    public Read<Optional<Prepared>> prepare() {
        String jobId = request.task().id().orElseThrow();
        return api.authenticate().then(ignored -> prepared(jobId));
    }

    private Read<Optional<Prepared>> prepared(String jobId) {
        if (request.ifRunning() == IfRunning.QUEUE) {
            PastDurations past = DbtRun.pastDurations(dbt.pastRuns(jobId));
            return new Read.Got<>(Optional.of(new Prepared(jobId, Optional.empty()).after(past)));
        }
        return dbt.newestRuns(
                        jobId,
                        page -> page.stream().noneMatch(run -> run.status().isInProgress()))
                .map(runs -> Optional.of(prepared(jobId, inProgress(runs), DbtRun.pastDurations(runs))));
    }

    private static Prepared prepared(String jobId, Optional<DbtRun> inProgress, PastDurations past) {
        return new Prepared(
                jobId,
                inProgress.map(DbtRun::id),
                inProgress.map(DbtRun::startedAt).orElse(null),
                past);
    }

    /** The one that is going, else the one queued first: a job's runs are worked off one after another. */
    private static Optional<DbtRun> inProgress(List<DbtRun> runs) {
        return runs.stream()
                .filter(run -> run.status().isInProgress())
                .min(Comparator.comparing((DbtRun run) -> run.status() == DbtRun.Status.QUEUED)
                        .thenComparing(DbtRun::createdAt, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    @Override
    public StartAnswer start(Run run) {
        return dbt.startJob(run.taskId(), cause);
    }

    /** An earlier call of the same execution, before it was redriven, has the same cause: only the time tells its run apart. */
    @Override
    public Sighting find(Run run) {
        Instant since = run.start().openDoubt().candidatesSince();
        return Sighting.from(
                dbt.newestRuns(run.taskId(), page -> !page.getLast().mayBeCreatedSince(since))
                        .map(runs -> runs.stream()
                                .filter(candidate -> candidate.mayBeCreatedSince(since))
                                .toList())
                        .then(this::ours));
    }

    /** Where nothing tells why a run was started, nobody can say that it is not ours. */
    private Read<Sighting> ours(List<DbtRun> candidates) {
        List<String> ours = candidates.stream()
                .filter(cause::isOf)
                .map(DbtRun::id)
                .distinct()
                .toList();
        Optional<DbtRun> untold =
                candidates.stream().filter(run -> run.cause().isEmpty()).findFirst();
        return ours.isEmpty() && untold.isPresent()
                ? new Read.Unanswered<>(api.trouble("run " + untold.get().id() + ", which does not tell its cause"))
                : new Read.Got<>(Sighting.of(ours));
    }

    @Override
    public Look look(Run run) {
        return look(run, new Look.Going(run, run.watch().facts()));
    }

    /** A run that is not listed yet is no answer there: it may be listed by the time the look is repeated. */
    @Override
    public Look lastLook(Run run) {
        return look(run, new Look.Unanswered(api.trouble("404 Not Found, as it may not be listed yet")));
    }

    private Look look(Run run, Look notListedYet) {
        Read<DbtRun> read = dbt.readRun(Objects.requireNonNull(run.runId()));
        return read.isNotFound() && run.mayBeUnlisted(clock.instant())
                ? notListedYet
                : Look.from(read.map(seen -> new DbtVerdict(api).on(run, seen)));
    }

    /** What the call answers about a run that has ended is not documented, so how it stands decides what came of it. */
    @Override
    public StopAnswer stop(Run run) {
        StopAnswer answer = dbt.cancelRun(Objects.requireNonNull(run.runId()));
        return switch (look(run)) {
            case Look.Ended ended when ended.verdict() == Verdict.CANCELLED -> new StopAnswer.Stopped();
            case Look.Ended ignored -> new StopAnswer.HadEnded();
            case Look.Going ignored -> answer;
            case Look.Unanswered ignored -> answer;
            case Look.Refused ignored -> answer;
            case Look.Interrupted ignored -> answer;
            case Look.Resumed ignored -> answer;
        };
    }
}
