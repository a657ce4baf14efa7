package io.syncstep.local.simulator.dbt;

import io.syncstep.local.simulator.dbt.DbtBehaviour.IsBusy;
import io.syncstep.local.simulator.dbt.DbtBehaviour.Plays;
import io.syncstep.local.simulator.dbt.DbtBehaviour.Refuses;
import io.syncstep.local.simulator.dbt.DbtBehaviour.RefusesStart;
import io.syncstep.local.simulator.dbt.DbtBehaviour.StumblesAtTheStop;
import io.syncstep.local.simulator.dbt.DbtBehaviour.StumblesOnce;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The job ids that are special. Every other id is a job whose runs succeed in 24 s. */
public enum DbtScenario {
    FAILS(
            9000001,
            "fails, with a message",
            new Plays(ending(JobEnd.ERROR)
                    .saying("Database Error in model orders: relation \"raw.orders\" does not exist"))),
    FAILS_WITHOUT_A_WORD(9000002, "fails, and does not say why", new Plays(ending(JobEnd.ERROR))),
    IS_CANCELLED(9000003, "is cancelled by a person in dbt Cloud", new Plays(ending(JobEnd.CANCELLED))),
    NEVER_STARTS(
            9000004, "stays queued for ever", new Plays(ending(JobEnd.SUCCESS).queuedFor(Duration.ofDays(365)))),
    NEVER_ENDS(9000006, "runs for ever", new Plays(ending(JobEnd.SUCCESS).endless())),
    IS_BUSY(
            9000007,
            "is being run by somebody else for another 90 s when first asked about",
            new IsBusy(JobScript.endingAfter(JobEnd.SUCCESS, Duration.ofMinutes(2)), ending(JobEnd.SUCCESS))),
    HAS_AN_UNKNOWN_STATUS(
            9000008,
            "passes through a status that no documentation names, and succeeds",
            new Plays(ending(JobEnd.SUCCESS)
                    .with(List.of(
                            Step.of(2, "Starting", 5), Step.of(7, "Rebalancing", 60), Step.of(3, "Running", 5))))),
    IS_LISTED_LATE(
            9000009,
            "answers 404 for its first 45 s, and succeeds after 3 min",
            new Plays(
                    JobScript.endingAfter(JobEnd.SUCCESS, Duration.ofMinutes(3)).listedAfter(Duration.ofSeconds(45)))),
    MISLEADS(
            9000010,
            "succeeds, while everything beside its status tells the opposite",
            new Plays(ending(JobEnd.SUCCESS).misleading())),
    TAKES_AN_HOUR(
            9000011, "succeeds after 55 min", new Plays(JobScript.endingAfter(JobEnd.SUCCESS, Duration.ofMinutes(55)))),
    LOSES_THE_STOP(
            9000012,
            "runs for ever, and drops the connection of the first stop call after stopping it",
            new StumblesAtTheStop(
                    Fault.after(new Damage.Drop()), ending(JobEnd.SUCCESS).endless())),
    REFUSES_IN_A_200(
            9000200,
            "answers the start call with 200 and an error object, and starts nothing",
            new RefusesStart(DbtErrors.invalid(200, "The job is paused"))),
    IS_INVALID(
            9000400,
            "answers the start call with 400 and two messages, and starts nothing",
            new RefusesStart(DbtErrors.invalid(400, "The job has no environment"))),
    IS_UNAUTHORIZED(9000401, "answers 401 to every call", new Refuses(DbtErrors.unauthorized())),
    IS_FORBIDDEN(9000403, "answers 403 to every call", new Refuses(DbtErrors.forbidden())),
    IS_UNKNOWN(9000404, "answers 404 to every call", new Refuses(DbtErrors.notFound())),
    THROTTLES(
            9000429,
            "answers the first start call with 429 and Retry-After 7; the next one works",
            new StumblesOnce(
                    Fault.before(new Damage.Instead(Reply.empty(429).with("Retry-After", "7"))),
                    ending(JobEnd.SUCCESS))),
    BREAKS(9000500, "answers the start call with 500, and starts nothing", new RefusesStart(DbtErrors.internal())),
    STARTS_BEHIND_A_502(
            9000502,
            "answers the first start call with 502 and HTML although it did start a run",
            new StumblesOnce(
                    Fault.after(new Damage.Instead(Reply.html(502, "<html><h1>502 Bad Gateway</h1></html>"))),
                    ending(JobEnd.SUCCESS))),
    IS_UNAVAILABLE_ONCE(
            9000503,
            "answers the first start call with 503 and starts nothing; the next one works",
            new StumblesOnce(
                    Fault.before(new Damage.Instead(Reply.html(503, "<html>Service Unavailable</html>"))),
                    ending(JobEnd.SUCCESS))),
    LOSES_THE_ANSWER(
            9000504,
            "drops the connection of the first start call after starting a run",
            new StumblesOnce(Fault.after(new Damage.Drop()), ending(JobEnd.SUCCESS)));

    private final long jobId;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a record of records: nobody can change it
    private final DbtBehaviour behaviour;

    DbtScenario(long jobId, String description, DbtBehaviour behaviour) {
        this.jobId = jobId;
        this.description = description;
        this.behaviour = behaviour;
    }

    private static JobScript ending(JobEnd end) {
        return JobScript.ending(end);
    }

    public long jobId() {
        return jobId;
    }

    /** One line: what such a job does. */
    public String description() {
        return description;
    }

    public DbtBehaviour behaviour() {
        return behaviour;
    }

    static DbtBehaviour of(long jobId) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.jobId == jobId)
                .findFirst()
                .map(DbtScenario::behaviour)
                .orElseGet(() -> new Plays(JobScript.ending(JobEnd.SUCCESS)));
    }
}
