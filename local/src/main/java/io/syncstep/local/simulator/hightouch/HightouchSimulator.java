package io.syncstep.local.simulator.hightouch;

import io.syncstep.local.simulator.wire.Endpoint;
import io.syncstep.local.simulator.wire.Exchange;
import io.syncstep.local.simulator.wire.Faults;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Request;
import io.syncstep.local.simulator.wire.Where;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * One Hightouch workspace over HTTP, as far as its public documentation and the experience of integrations tell. Any
 * token, any sync id and any UUID of a sequence works; the ids of {@link HightouchScenario} misbehave.
 *
 * <p>Safe for use by many threads. Everything here can be changed while the simulation runs.
 *
 * @see <a href="https://hightouch.com/docs/api-reference">Hightouch REST API</a>
 */
public final class HightouchSimulator implements AutoCloseable {

    private final RunHistory history = new RunHistory();
    private final Catalogue catalogue = new Catalogue();
    private final Sequences sequences = new Sequences(history);
    private final HightouchApi api = new HightouchApi(catalogue, history, sequences);
    private final Endpoint endpoint;
    private final Clock clock;

    private HightouchSimulator(Clock clock, InetAddress host, int port) {
        this.clock = clock;
        this.endpoint = Endpoint.open(clock, host, port, "/api/v1", this::answer);
        for (HightouchScenario scenario : HightouchScenario.values()) {
            planFault(scenario.syncId(), scenario.behaviour());
        }
        Samples.addTo(history, clock.instant());
    }

    /** Listens from now on; port 0 for any free one. */
    public static HightouchSimulator open(Clock clock, InetAddress host, int port) {
        return new HightouchSimulator(clock, host, port);
    }

    private synchronized Reply answer(Request request) {
        return api.answer(request);
    }

    /** The base URL, to which {@code /syncs/…} is appended. */
    public URI uri() {
        return endpoint.uri();
    }

    /** Every request so far. */
    public List<Exchange> requests() {
        return endpoint.exchanges();
    }

    /** The requests with this method and path; {@code *} stands for one segment of the path. */
    public List<Exchange> requests(String method, String path) {
        return requests().stream().filter(exchange -> exchange.is(method, path)).toList();
    }

    /** What goes wrong on the wire. */
    public Faults faults() {
        return endpoint.faults();
    }

    /** From now on only these tokens are accepted; none at all means any. */
    public void acceptTokens(String... tokens) {
        api.tokens().accept(tokens);
    }

    /** From now on this sync behaves like that, whatever its id says. */
    public synchronized void play(String syncId, Behaviour behaviour) {
        history.play(syncId, behaviour);
        planFault(syncId, behaviour);
    }

    /** From now on this sync behaves like that one. */
    public void play(String syncId, HightouchScenario scenario) {
        play(syncId, scenario.behaviour());
    }

    /** From now on every run of this sync goes like this. */
    public void play(String syncId, RunScript script) {
        play(syncId, new Behaviour.Plays(script));
    }

    private void planFault(String syncId, Behaviour behaviour) {
        if (behaviour instanceof Behaviour.StumblesOnce stumbling) {
            faults().plan(Where.first("POST", "/syncs/" + syncId + "/trigger"), stumbling.fault());
        }
    }

    /** A run of somebody else: over by now, still in progress, or yet to come, as its creation and script say. */
    public synchronized String addRun(String syncId, Instant createdAt, RunScript script) {
        return history.add(syncId, createdAt, script).id();
    }

    /** The runs of this sync that were created so far, listed or not: one more than expected is a duplicate start. */
    public synchronized List<String> runIds(String syncId) {
        return history.of(syncId, clock.instant()).stream().map(SyncRun::id).toList();
    }

    /** Those of them that a start call created: not other people's, nor those that resume an interrupted one. */
    public synchronized List<String> startedRunIds(String syncId) {
        return history.started(syncId);
    }

    public synchronized void addSync(Sync sync) {
        catalogue.add(sync);
    }

    public synchronized void addModel(String id, String name) {
        catalogue.addModel(id, name);
    }

    public synchronized void addDestination(String id, String name, String type) {
        catalogue.addDestination(id, name, type);
    }

    /** The syncs of a sequence, in the order in which they run. */
    public synchronized void addSequence(String uuid, String... syncIds) {
        sequences.add(uuid, List.of(syncIds));
    }

    /** The id of the next run, for ids above 2^53 say; those after it count on. Default 7000001. */
    public synchronized void nextRunId(long id) {
        history.nextRunId(id);
    }

    /** Default ascending, as in the published example: whoever takes the first run for the newest is wrong. */
    public synchronized void listRuns(RunOrder order) {
        api.listRuns(order);
    }

    /** Run ids as JSON numbers, which were seen too. Default: strings. */
    public synchronized void writeRunIdsAsNumbers() {
        api.writeRunIdsAsNumbers();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
