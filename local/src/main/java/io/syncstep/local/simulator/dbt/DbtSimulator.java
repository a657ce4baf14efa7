package io.syncstep.local.simulator.dbt;

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
 * dbt Cloud over HTTP, as far as its public documentation and the experience of integrations tell. Any token, any account
 * id and any job id works; the ids of {@link DbtScenario} misbehave.
 *
 * <p>Safe for use by many threads. Everything here can be changed while the simulation runs.
 *
 * @see <a href="https://docs.getdbt.com/dbt-cloud/api-v2">dbt Cloud Administrative API</a>
 */
public final class DbtSimulator implements AutoCloseable {

    private static final String ACCOUNT = "/api/v2/accounts/*";

    private final JobHistory history = new JobHistory();
    private final Jobs jobs = new Jobs();
    private final DbtApi api = new DbtApi(jobs, history, this::planFaultAtTheStop);
    private final Endpoint endpoint;
    private final Clock clock;

    private DbtSimulator(Clock clock, InetAddress host, int port) {
        this.clock = clock;
        this.endpoint = Endpoint.open(clock, host, port, "", this::answer);
        for (DbtScenario scenario : DbtScenario.values()) {
            planFault(scenario.jobId(), scenario.behaviour());
        }
        Samples.addTo(history, clock.instant());
    }

    /** Listens from now on; port 0 for any free one. */
    public static DbtSimulator open(Clock clock, InetAddress host, int port) {
        return new DbtSimulator(clock, host, port);
    }

    private synchronized Reply answer(Request request) {
        return api.answer(request);
    }

    /** The base URL, to which {@code /api/v2/accounts/…} is appended. */
    public URI uri() {
        return endpoint.uri();
    }

    /** Every request so far. */
    public List<Exchange> requests() {
        return endpoint.exchanges();
    }

    /** The requests with this method and path below the account; {@code *} stands for one segment of the path. */
    public List<Exchange> requests(String method, String path) {
        return requests().stream()
                .filter(exchange -> exchange.is(method, ACCOUNT + path))
                .toList();
    }

    /** What goes wrong on the wire. */
    public Faults faults() {
        return endpoint.faults();
    }

    /** From now on only these tokens are accepted; none at all means any. */
    public void acceptTokens(String... tokens) {
        api.tokens().accept(tokens);
    }

    /** From now on this job behaves like that, whatever its id says. */
    public synchronized void play(long jobId, DbtBehaviour behaviour) {
        history.play(jobId, behaviour);
        planFault(jobId, behaviour);
    }

    /** From now on this job behaves like that one. */
    public void play(long jobId, DbtScenario scenario) {
        play(jobId, scenario.behaviour());
    }

    /** From now on every run of this job goes like this. */
    public void play(long jobId, JobScript script) {
        play(jobId, new DbtBehaviour.Plays(script));
    }

    private void planFault(long jobId, DbtBehaviour behaviour) {
        if (behaviour instanceof DbtBehaviour.StumblesOnce stumbling) {
            faults().plan(Where.first("POST", ACCOUNT + "/jobs/" + jobId + "/run/"), stumbling.fault());
        }
    }

    private void planFaultAtTheStop(JobRun run) {
        if (history.behaviour(run.jobId()) instanceof DbtBehaviour.StumblesAtTheStop stumbling) {
            faults().plan(Where.first("POST", ACCOUNT + "/runs/" + run.id() + "/cancel/"), stumbling.fault());
        }
    }

    /** A run of somebody else: over by now, still in progress, or yet to come, as its creation and script say. */
    public String addRun(long jobId, Instant createdAt, JobScript script) {
        return addRun(jobId, "scheduled", createdAt, script);
    }

    /** The same with a cause of its own. */
    public synchronized String addRun(long jobId, String cause, Instant createdAt, JobScript script) {
        return Long.toString(history.add(jobId, cause, createdAt, script).id());
    }

    public synchronized void addJob(Job job) {
        jobs.add(job);
    }

    /** The runs of this job that were created so far, listed or not: one more than expected is a duplicate start. */
    public synchronized List<String> runIds(long jobId) {
        return history.of(jobId, clock.instant()).stream()
                .map(run -> Long.toString(run.id()))
                .toList();
    }

    /** Those of them that a start call created. */
    public synchronized List<String> startedRunIds(long jobId) {
        return history.started(jobId);
    }

    /** The causes of the runs of this job, in the order of their creation. */
    public synchronized List<String> causes(long jobId) {
        return history.of(jobId, clock.instant()).stream().map(JobRun::cause).toList();
    }

    /** The id of the next run, for ids above 2^53 say; those after it count on. Default 34000001. */
    public synchronized void nextRunId(long id) {
        history.nextRunId(id);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
