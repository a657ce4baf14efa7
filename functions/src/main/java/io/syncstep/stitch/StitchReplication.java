package io.syncstep.stitch;

import io.syncstep.http.Api;
import io.syncstep.stitch.ExtractionShelf.Use;
import io.syncstep.stitch.Extractions.Listed;
import io.syncstep.sync.Doubt;
import io.syncstep.sync.Execution;
import io.syncstep.sync.Look;
import io.syncstep.sync.Prepared;
import io.syncstep.sync.Profile;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Read;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The replication jobs of one Stitch source. Stitch lists a job only once it has ended, and only the last of a source. */
public final class StitchReplication implements Provider {

    private static final Duration THIS_MOMENT = Duration.ofSeconds(2);
    private static final Pattern JOB_NAME = Pattern.compile("(\\d{1,19})\\.(\\d{1,19})\\..*");

    private final Api api;
    private final StitchApi stitch;
    private final Request request;
    private final Execution execution;
    private final ExtractionShelves shelves;
    private final Clock clock;

    /**
     * The jobs of the request's source.
     *
     * @param execution whose deadline the last look is to see
     * @param shelves the lists that all sources of this container share
     */
    public StitchReplication(Api api, Request request, Execution execution, ExtractionShelves shelves, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.shelves = shelves;
        this.stitch = new StitchApi(api);
        this.request = request;
        this.execution = execution;
    }

    @Override
    public Profile profile() {
        return Stitch.SOURCES;
    }

    /** Nothing to look up: a job in progress is listed nowhere, and the start call itself tells of it. */
    @Override
    public Read<Optional<Prepared>> prepare() {
        return api.authenticate().map(ignored -> Prepared.unseen(request));
    }

    @Override
    public StartAnswer start(Run run) {
        return stitch.startReplication(run.taskId());
    }

    /** The next extraction that started after the call is ours: while it ran, no other could. */
    @Override
    public Sighting find(Run run) {
        Doubt doubt = run.start().openDoubt();
        Instant since = doubt.candidatesSince();
        return Sighting.from(clientId(run)
                .then(clientId -> list(clientId, doubt.sentAt(), Use.CHECK)
                        .of(run.taskId(), Optional.empty(), SourceNotes.page(run)))
                .map(seen -> Sighting.of(seen.map(Listed::extraction)
                        .filter(extraction -> extraction.isStartedAfter(since))
                        .map(Extraction::jobName)
                        .map(List::of)
                        .orElse(List.of()))));
    }

    @Override
    public Look look(Run run) {
        return look(run, Objects.requireNonNull(run.start().triggeredAt()), Use.CHECK);
    }

    /**
     * By a list from after the deadline: one that is shared with the check before would not show how a run ended since.
     * What was read since then is not read again, or the budget would never do for an account with several pages.
     */
    @Override
    public Look lastLook(Run run) {
        Instant deadline = execution.startedAt().plus(request.timeout());
        Instant since = Optional.ofNullable(run.watch().hadEndedAt()).orElse(deadline);
        Instant now = clock.instant();
        return look(run, since.isBefore(now) ? since : now, Use.LAST_LOOK);
    }

    private Look look(Run run, Instant after, Use use) {
        return Look.from(clientId(run)
                .then(clientId -> list(clientId, after, use)
                        .of(run.taskId(), Optional.ofNullable(run.runId()), SourceNotes.page(run))
                        .map(seen -> new JobInList(stitch, api, clientId, shelves.of(clientId))
                                .judge(SourceNotes.of(run, clientId, seen), seen.map(Listed::extraction)))));
    }

    private Extractions list(String clientId, Instant after, Use use) {
        return new Extractions(stitch, clientId, shelves.of(clientId), after, use);
    }

    /** The first part of a job's name; asked for only where no such name is known. */
    private Read<String> clientId(Run run) {
        Matcher name = JOB_NAME.matcher(run.runId() == null ? "" : run.runId());
        if (name.matches() && name.group(2).equals(run.taskId())) {
            return new Read.Got<>(name.group(1));
        }
        return SourceNotes.clientId(run)
                .<Read<String>>map(Read.Got::new)
                .orElseGet(() -> stitch.clientId(run.taskId()));
    }

    /** The call stops whatever runs for the source, so a list of this moment must show that ours has not ended. */
    @Override
    public StopAnswer stop(Run run) {
        return switch (lookBeforeTheStop(run)) {
            case Look.Going ignored -> stitch.stopReplication(run.taskId());
            case Look.Unanswered unanswered ->
                new StopAnswer.NotStopped("whether what runs there is ours could not be learned, "
                        + unanswered.trouble().what());
            case Look.Refused refused ->
                new StopAnswer.NotStopped("whether what runs there is ours could not be learned, "
                        + refused.refusal().words());
            case Look.Ended ignored -> new StopAnswer.HadEnded();
            case Look.Interrupted ignored -> new StopAnswer.HadEnded();
            case Look.Resumed ignored -> new StopAnswer.HadEnded();
        };
    }

    /** Once more where it brings no answer: nothing comes later that would stop the run. */
    private Look lookBeforeTheStop(Run run) {
        Look look = lookNow(run);
        return look instanceof Look.Unanswered ? lookNow(run) : look;
    }

    private Look lookNow(Run run) {
        return look(run, clock.instant().minus(THIS_MOMENT), Use.LAST_LOOK);
    }
}
