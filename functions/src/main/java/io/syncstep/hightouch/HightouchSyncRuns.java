package io.syncstep.hightouch;

import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.sync.IfRunning;
import io.syncstep.sync.Look;
import io.syncstep.sync.Prepared;
import io.syncstep.sync.Profile;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Read;
import io.syncstep.sync.Refusal;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of one Hightouch sync. */
public final class HightouchSyncRuns implements Provider {

    /** The note of when the run was last seen in progress. */
    private static final String SEEN_GOING = "seenGoing";

    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private final Api api;
    private final HightouchApi hightouch;
    private final Request request;
    private final Clock clock;

    public HightouchSyncRuns(Api api, Request request, Clock clock) {
        this.api = api;
        this.hightouch = new HightouchApi(api);
        this.request = request;
        this.clock = clock;
    }

    @Override
    public Profile profile() {
        return Hightouch.SYNCS;
    }

    @Override
    public Read<Optional<Prepared>> prepare() {
        return api.authenticate()
                .then(ignored -> syncId())
                .then(id -> id.map(this::prepared).orElseGet(() -> new Read.Got<>(Optional.empty())));
    }

    private Read<Optional<Prepared>> prepared(String id) {
        if (request.ifRunning() == IfRunning.QUEUE) {
            PastRuns past = PastRuns.of(hightouch, id, clock.instant());
            return new Read.Got<>(Optional.of(new Prepared(id, Optional.empty()).after(past.durations())));
        }
        return new NewestRuns(hightouch, id)
                .since(clock.instant())
                .map(runs -> Optional.of(prepared(id, NewestRuns.inProgress(runs), new PastRuns(runs))));
    }

    private static Prepared prepared(String id, Optional<HightouchRun> inProgress, PastRuns past) {
        Instant since = inProgress.map(HightouchRun::startedAt).orElse(null);
        return new Prepared(id, inProgress.map(HightouchRun::id), since, past.durations());
    }

    private Read<Optional<String>> syncId() {
        if (!(request.task() instanceof Task.HightouchSlug(String slug))) {
            return new Read.Got<>(request.task().id());
        }
        return hightouch
                .syncsOfSlug(slug)
                .map(syncs -> syncs.stream()
                        .filter(sync -> sync.path("slug").asText(slug).equals(slug))
                        .map(sync -> Fields.id(sync, "id"))
                        .filter(id -> id != null && api.isTellable(id))
                        .distinct()
                        .toList())
                .then(HightouchSyncRuns::theOnlyOne);
    }

    /** Of several nobody knows which was meant, and the wrong one writes into somebody's destination. */
    private static Read<Optional<String>> theOnlyOne(List<String> ids) {
        return ids.size() > 1
                ? new Read.Refused<>(new Refusal(
                        200, "OK", "several syncs have this slug, " + String.join(", ", ids) + ": name one by syncId"))
                : new Read.Got<>(ids.stream().findFirst());
    }

    @Override
    public @Nullable String page(Run run) {
        return run.runId() == null ? null : Hightouch.page(api, run.taskId(), run.runId());
    }

    @Override
    public StartAnswer start(Run run) {
        return hightouch.triggerSync(run.taskId(), request.fullResync());
    }

    @Override
    public Sighting find(Run run) {
        Instant since = run.start().openDoubt().candidatesSince();
        return Sighting.from(new NewestRuns(hightouch, run.taskId())
                .since(since)
                .map(runs -> Sighting.of(runs.stream()
                        .filter(candidate -> candidate.isCreatedSince(since))
                        .map(HightouchRun::id)
                        .distinct()
                        .toList())));
    }

    @Override
    public Look look(Run run) {
        return look(run, () -> new Read.Got<>(new HightouchVerdict(request, api).notListed(run)));
    }

    /** A list without the run is no answer there: nothing comes later that shows it. */
    @Override
    public Look lastLook(Run run) {
        return look(run, () -> new Read.Unanswered<>(api.trouble("the list did not have the run")));
    }

    private Look look(Run run, Supplier<Read<Look>> notListed) {
        String runId = Objects.requireNonNull(run.runId());
        Read<List<HightouchRun>> listed = hightouch.run(run.taskId(), runId).map(HightouchApi.Page::runs);
        HightouchVerdict verdict = new HightouchVerdict(request, api);
        return Look.from(listed.then(runs -> runs.stream()
                .filter(listedRun -> listedRun.id().equals(runId))
                .findFirst()
                .map(ours ->
                        isInterrupted(ours) ? successor(run, ours) : new Read.Got<>(verdict.on(seen(run, ours), ours)))
                .orElseGet(notListed)));
    }

    private Run seen(Run run, HightouchRun ours) {
        return ours.isInProgress()
                ? run.noted(Map.of(SEEN_GOING, clock.instant().toString()))
                : run;
    }

    private static boolean isInterrupted(HightouchRun run) {
        return run.status().equals("interrupted");
    }

    /** The work resumes in a new run that nothing links to this one: the first that was created after its end. */
    private Read<Look> successor(Run run, HightouchRun interrupted) {
        Instant since = end(run, interrupted).minus(CLOCKS);
        return new NewestRuns(hightouch, run.taskId())
                .since(since)
                .map(runs -> runs.stream()
                        .filter(next -> next.isCreatedSince(since))
                        .filter(next -> !next.id().equals(interrupted.id()))
                        .filter(next -> !run.previousRunIds().contains(next.id()))
                        .min(Comparator.comparing(
                                HightouchRun::createdAt, Comparator.nullsLast(Comparator.naturalOrder())))
                        .<Look>map(next -> new Look.Resumed(next.id()))
                        .orElseGet(() ->
                                new Look.Interrupted(new HightouchVerdict(request, api).facts(run, interrupted))));
    }

    /** Where its end is not told, it was after the last time that it was seen going: a run queued before is somebody else's. */
    private Instant end(Run run, HightouchRun interrupted) {
        if (interrupted.finishedAt() != null) {
            return interrupted.finishedAt();
        }
        String going = run.notes().get(SEEN_GOING);
        Instant created = interrupted.createdAt();
        return Stream.of(Optional.ofNullable(going).map(Instant::parse), Optional.ofNullable(created))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    @Override
    public StopAnswer stop(Run run) {
        return Hightouch.NO_STOP_CALL;
    }
}
