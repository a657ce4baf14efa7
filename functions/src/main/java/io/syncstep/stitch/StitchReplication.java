package io.syncstep.stitch;

import io.syncstep.http.Api;
import io.syncstep.sync.Look;
import io.syncstep.sync.Pace;
import io.syncstep.sync.Prepared;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Read;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.StopCall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The replication jobs of one Stitch source. Stitch lists a job only once it has ended, and only the last of a source. */
public final class StitchReplication implements Provider {

    private static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final Pattern JOB_NAME = Pattern.compile("(\\d{1,18})\\.(\\d{1,19})\\..*");
    private static final String CLIENT_ID = "clientId";

    private final Api api;
    private final StitchApi stitch;
    private final Request request;

    public StitchReplication(Api api, Request request) {
        this.api = api;
        this.stitch = new StitchApi(api);
        this.request = request;
    }

    @Override
    public String name() {
        return Stitch.NAME;
    }

    @Override
    public Pace pace() {
        return Stitch.PACE;
    }

    @Override
    public StopCall stopCall() {
        return StopCall.WHATEVER_RUNS;
    }

    @Override
    public boolean listsRunsInProgress() {
        return false;
    }

    /** Nothing to look up: a job in progress is listed nowhere, and the start call itself tells of it. */
    @Override
    public Read<Optional<Prepared>> prepare() {
        return api.authenticate().map(ignored -> request.task().id().map(id -> new Prepared(id, Optional.empty())));
    }

    @Override
    public StartAnswer start(Run run) {
        return stitch.startReplication(run.taskId());
    }

    /** The next extraction that started after the call is ours: while it ran, no other could. */
    @Override
    public Sighting find(Run run) {
        Instant since = Objects.requireNonNull(run.start().doubt()).sentAt().minus(CLOCKS);
        return Sighting.from(clientId(run)
                .then(clientId -> new Extractions(stitch, clientId).of(run.taskId(), Optional.empty()))
                .map(seen -> Sighting.of(seen.filter(extraction -> extraction.isStartedAfter(since))
                        .map(Extraction::jobName)
                        .map(List::of)
                        .orElse(List.of()))));
    }

    @Override
    public Look look(Run run) {
        return Look.from(clientId(run).then(clientId -> {
            Run noted = run.noted(withClientId(run, clientId));
            return new Extractions(stitch, clientId)
                    .of(run.taskId(), Optional.ofNullable(run.runId()))
                    .map(seen -> new JobInList(stitch, api, clientId).judge(noted, seen));
        }));
    }

    /** The first part of a job's name; asked for only where no such name is known. */
    private Read<String> clientId(Run run) {
        Matcher name = JOB_NAME.matcher(run.runId() == null ? "" : run.runId());
        if (name.matches() && name.group(2).equals(run.taskId())) {
            return new Read.Got<>(name.group(1));
        }
        String noted = run.notes().get(CLIENT_ID);
        return noted != null ? new Read.Got<>(noted) : stitch.clientId(run.taskId());
    }

    private static Map<String, String> withClientId(Run run, String clientId) {
        Map<String, String> notes = new HashMap<>(run.notes());
        notes.put(CLIENT_ID, clientId);
        return notes;
    }

    @Override
    public StopAnswer stop(Run run) {
        return stitch.stopReplication(run.taskId());
    }
}
