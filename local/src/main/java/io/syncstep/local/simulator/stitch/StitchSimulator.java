package io.syncstep.local.simulator.stitch;

import io.syncstep.local.simulator.wire.Endpoint;
import io.syncstep.local.simulator.wire.Exchange;
import io.syncstep.local.simulator.wire.Faults;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Request;
import io.syncstep.local.simulator.wire.Where;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One Stitch account over HTTP, as far as its public documentation and the experience of integrations tell. Any token
 * and any source id works; the ids of {@link StitchScenario} misbehave.
 *
 * <p>Safe for use by many threads. Everything here can be changed while the simulation runs.
 *
 * @see <a href="https://www.stitchdata.com/docs/developers/stitch-connect/api">Stitch Connect API</a>
 */
public final class StitchSimulator implements AutoCloseable {

    /** The client id of the simulated account, that of Stitch's own examples. Any other is refused with 401. */
    public static final long CLIENT_ID = 116078;

    private final ExtractionHistory history = new ExtractionHistory(CLIENT_ID);
    private final Sources sources;
    private final StitchApi api;
    private final LogStorage logs;
    private final Endpoint endpoint;
    private final Clock clock;

    private StitchSimulator(Clock clock, InetAddress host, int port) {
        this.clock = clock;
        this.sources = new Sources(clock.instant());
        this.logs = new LogStorage(clock, host, this::log);
        this.api = new StitchApi(CLIENT_ID, sources, history, logs::uri);
        this.endpoint = openOrCloseLogs(port, host);
        for (StitchScenario scenario : StitchScenario.values()) {
            planFault(scenario.sourceId(), scenario.behaviour());
        }
        history.add(120643, clock.instant().minus(Duration.ofMinutes(50)), ExtractionScript.succeeding());
        history.add(120644, clock.instant().minus(Duration.ofHours(20)), tapFailure());
    }

    private Endpoint openOrCloseLogs(int port, InetAddress host) {
        try {
            return Endpoint.open(clock, host, port, "", this::answer);
        } catch (UncheckedIOException e) {
            logs.close();
            throw e;
        }
    }

    private static ExtractionScript tapFailure() {
        return StitchScenario.TAP_FAILS.behaviour().extracts();
    }

    /** Listens from now on; port 0 for any free one. The log storage takes another free port. */
    public static StitchSimulator open(Clock clock, InetAddress host, int port) {
        return new StitchSimulator(clock, host, port);
    }

    private synchronized Reply answer(Request request) {
        return api.answer(request);
    }

    private synchronized Reply log(Request request, List<String> holes) {
        return history.named(holes.getFirst())
                .map(extraction -> Reply.text(200, ExtractionLog.of(extraction, request.at())))
                .orElseGet(() -> Reply.text(404, "NoSuchKey"));
    }

    /** The base URL, to which {@code /v4/…} is appended. */
    public URI uri() {
        return endpoint.uri();
    }

    /** Every request to the API so far. */
    public List<Exchange> requests() {
        return endpoint.exchanges();
    }

    /** The requests with this method and path; {@code *} stands for one segment of the path. */
    public List<Exchange> requests(String method, String path) {
        return requests().stream().filter(exchange -> exchange.is(method, path)).toList();
    }

    /** Every request to the log storage so far. */
    public List<Exchange> logRequests() {
        return logs.requests();
    }

    /** The most requests against the shared budget of 30 that fell into any ten minutes. */
    public int busiestTenMinutes() {
        return RequestBudget.busiestWindow(requests(), Long.toString(CLIENT_ID));
    }

    /** What goes wrong on the wire to the API. */
    public Faults faults() {
        return endpoint.faults();
    }

    /** What goes wrong on the wire to the log storage. */
    public Faults logFaults() {
        return logs.faults();
    }

    /** From now on only these tokens are accepted; none at all means any. */
    public void acceptTokens(String... tokens) {
        api.tokens().accept(tokens);
    }

    /** From now on this source behaves like that, whatever its id says. */
    public synchronized void play(long sourceId, StitchBehaviour behaviour) {
        history.play(sourceId, behaviour);
        planFault(sourceId, behaviour);
    }

    /** From now on this source behaves like that one. */
    public void play(long sourceId, StitchScenario scenario) {
        play(sourceId, scenario.behaviour());
    }

    /** From now on every extraction of this source goes like this. */
    public void play(long sourceId, ExtractionScript script) {
        play(sourceId, new StitchBehaviour.Plays(script));
    }

    private void planFault(long sourceId, StitchBehaviour behaviour) {
        if (behaviour instanceof StitchBehaviour.StumblesOnce stumbling) {
            faults().plan(Where.first("POST", "/v4/sources/" + sourceId + "/sync"), stumbling.fault());
        }
    }

    /** An extraction of somebody else: over by now, still running, or yet to come, as its start and script say. */
    public synchronized String addExtraction(long sourceId, Instant startedAt, ExtractionScript script) {
        sources.get(sourceId);
        return history.add(sourceId, startedAt, script).jobName();
    }

    /** The extractions of this source that were started so far: one more than expected is a duplicate start. */
    public synchronized List<String> jobNames(long sourceId) {
        return history.of(sourceId).stream()
                .filter(extraction -> extraction.isStarted(clock.instant()))
                .map(Extraction::jobName)
                .toList();
    }

    /** Those of them that a start call began: not other people's, nor those that Stitch itself starts. */
    public synchronized List<String> startedJobNames(long sourceId) {
        return history.started(sourceId);
    }

    public synchronized void addSource(Source source) {
        sources.add(source);
    }

    /** Whether the list shows a running extraction, with nulls, in place of the last complete one. Default: no. */
    public synchronized void showRunning(boolean show) {
        history.showRunning(show);
    }

    @Override
    public void close() {
        endpoint.close();
        logs.close();
    }
}
