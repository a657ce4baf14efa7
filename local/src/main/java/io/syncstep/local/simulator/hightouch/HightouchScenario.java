package io.syncstep.local.simulator.hightouch;

import io.syncstep.local.simulator.hightouch.Behaviour.IsBusy;
import io.syncstep.local.simulator.hightouch.Behaviour.Plays;
import io.syncstep.local.simulator.hightouch.Behaviour.Refuses;
import io.syncstep.local.simulator.hightouch.Behaviour.RefusesStart;
import io.syncstep.local.simulator.hightouch.Behaviour.StumblesOnce;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The sync ids that are special. Every other id is a sync whose runs succeed in 24 s. */
public enum HightouchScenario {
    FAILS(
            9000001,
            "fails, with an error text",
            new Plays(
                    RunScript.ending("failed")
                            .doneTo(0.4)
                            .withError(
                                    "Salesforce rejected the batch: \"REQUEST_LIMIT_EXCEEDED\"\nTotalRequests limit exceeded."))),
    WARNS(
            9000002,
            "ends in warning: 7 of 820 rows are rejected",
            new Plays(RunScript.ending("warning").withRows(new Rows(773, 41, 6), new Rows(5, 2, 0)))),
    IS_CANCELLED(
            9000003,
            "is cancelled by a person in Hightouch",
            new Plays(RunScript.ending("cancelled").doneTo(0.6))),
    IS_INTERRUPTED(
            9000004,
            "is interrupted, and resumes in a new run that succeeds",
            new Plays(RunScript.ending("interrupted")
                    .doneTo(0.5)
                    .resumedAfter(Duration.ofSeconds(20), RunScript.ending("success")))),
    IS_INTERRUPTED_FOR_GOOD(
            9000005,
            "is interrupted, and no new run appears",
            new Plays(RunScript.ending("interrupted").doneTo(0.5))),
    NEVER_ENDS(
            9000006,
            "stays in processing for ever",
            new Plays(RunScript.ending("success")
                    .with(List.of(Step.of("querying", 5), Step.of("processing", 11)))
                    .endless())),
    IS_BUSY(
            9000007,
            "is being run by somebody else for another 90 s when first asked about",
            new IsBusy(RunScript.succeedingAfter(Duration.ofMinutes(2)), RunScript.ending("success"))),
    HAS_AN_UNKNOWN_STATUS(
            9000008,
            "passes through a status that no documentation names, and succeeds",
            new Plays(RunScript.ending("success")
                    .with(List.of(Step.of("querying", 5), Step.of("rebalancing", 60), Step.of("reporting", 5))))),
    IS_LISTED_LATE(
            9000009,
            "is missing in the run list for its first 90 s, and succeeds after 3 min",
            new Plays(RunScript.succeedingAfter(Duration.ofMinutes(3)).listedAfter(Duration.ofSeconds(90)))),
    NEVER_COMPLETES_ITS_RATIO(
            9000010,
            "succeeds although its completionRatio stops at 0.54, as in the published example",
            new Plays(RunScript.ending("success").doneTo(0.54))),
    TAKES_AN_HOUR(9000011, "succeeds after 55 min", new Plays(RunScript.succeedingAfter(Duration.ofMinutes(55)))),
    IS_UNAUTHORIZED(9000401, "answers 401 to every call", new Refuses(HightouchErrors.unauthorized())),
    IS_UNKNOWN(9000404, "answers 404 to every call", new Refuses(HightouchErrors.notFound())),
    IS_INVALID(
            9000422,
            "answers the start call with 200 and the body of a 422, and starts nothing",
            new RefusesStart(
                    HightouchErrors.invalid(200, "syncId", "The sync is disabled"), RunScript.ending("success"))),
    THROTTLES(
            9000429,
            "answers the first start call with 429 and Retry-After 7; the next one works",
            new StumblesOnce(
                    Fault.before(new Damage.Instead(Reply.empty(429).with("Retry-After", "7"))),
                    RunScript.ending("success"))),
    BREAKS(
            9000500,
            "answers the start call with 500 and a JSON string, and starts nothing",
            new RefusesStart(HightouchErrors.internal(), RunScript.ending("success"))),
    STARTS_BEHIND_A_502(
            9000502,
            "answers the first start call with 502 and HTML although it did start a run",
            new StumblesOnce(
                    Fault.after(new Damage.Instead(Reply.html(502, "<html><h1>502 Bad Gateway</h1></html>"))),
                    RunScript.ending("success"))),
    IS_UNAVAILABLE_ONCE(
            9000503,
            "answers the first start call with 503 and starts nothing; the next one works",
            new StumblesOnce(
                    Fault.before(new Damage.Instead(Reply.html(503, "<html>Service Unavailable</html>"))),
                    RunScript.ending("success"))),
    LOSES_THE_ANSWER(
            9000504,
            "drops the connection of the first start call after starting a run",
            new StumblesOnce(Fault.after(new Damage.Drop()), RunScript.ending("success")));

    private final long syncId;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a record of records: nobody can change it
    private final Behaviour behaviour;

    HightouchScenario(long syncId, String description, Behaviour behaviour) {
        this.syncId = syncId;
        this.description = description;
        this.behaviour = behaviour;
    }

    public String syncId() {
        return Long.toString(syncId);
    }

    /** The slug by which the sync is found: {@code never-ends}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line: what such a sync does. */
    public String description() {
        return description;
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    static Behaviour of(String syncId) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.syncId().equals(syncId))
                .findFirst()
                .map(HightouchScenario::behaviour)
                .orElseGet(() -> new Plays(RunScript.ending("success")));
    }
}
