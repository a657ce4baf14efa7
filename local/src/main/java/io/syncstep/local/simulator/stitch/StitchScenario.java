package io.syncstep.local.simulator.stitch;

import io.syncstep.local.simulator.stitch.StitchBehaviour.FailsToLoad;
import io.syncstep.local.simulator.stitch.StitchBehaviour.IsBusy;
import io.syncstep.local.simulator.stitch.StitchBehaviour.Plays;
import io.syncstep.local.simulator.stitch.StitchBehaviour.Refuses;
import io.syncstep.local.simulator.stitch.StitchBehaviour.StumblesOnce;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import java.time.Duration;
import java.util.Arrays;

/** The source ids that are special. Every other id is a source whose extractions succeed in 24 s. */
public enum StitchScenario {
    TAP_FAILS(
            9000001,
            "fails in its tap",
            new Plays(ExtractionScript.of(
                    Phase.succeeds(5),
                    Phase.fails(10, 1, "401 Client Error: Bad Credentials for url: https://api.example.com/companies"),
                    Phase.succeeds(1)))),
    TARGET_FAILS(
            9000002,
            "fails in its target",
            new Plays(ExtractionScript.of(
                    Phase.succeeds(5),
                    Phase.succeeds(10),
                    Phase.fails(3, 1, "Error persisting data to Stitch: 400: {'error': 'Record 0 did not conform'}")))),
    DISCOVERY_FAILS(
            9000003,
            "fails in its discovery; tap and target leave no exit status",
            new Plays(ExtractionScript.of(
                    Phase.fails(5, 1, "could not connect to server: Connection timed out"),
                    Phase.leavesNothing(),
                    Phase.leavesNothing()))),
    IS_TERMINATED(
            9000004,
            "is terminated by Stitch: complete, all exit statuses null",
            new Plays(ExtractionScript.of(
                    Phase.leavesNothing(),
                    new Phase(Duration.ofSeconds(20), null, "Terminated"),
                    Phase.leavesNothing()))),
    IS_KILLED(
            9000005,
            "has its tap killed: exit status -9, and a target that succeeds",
            new Plays(ExtractionScript.of(
                    Phase.succeeds(5), new Phase(Duration.ofSeconds(15), -9, null), Phase.succeeds(1)))),
    NEVER_ENDS(9000006, "runs for ever", new Plays(ExtractionScript.succeeding().endless())),
    IS_BUSY(
            9000007,
            "is being run by somebody else for another 90 s when first asked about",
            new IsBusy(ExtractionScript.succeedingAfter(Duration.ofMinutes(2)), ExtractionScript.succeeding())),
    IS_SUPERSEDED(
            9000008,
            "is followed by an extraction of Stitch's own before the list shows it; its log tells that it succeeded",
            new Plays(ExtractionScript.succeeding().superseded())),
    IS_SUPERSEDED_WITHOUT_LOG(
            9000009,
            "is followed likewise, and its log can't be read",
            new Plays(ExtractionScript.succeeding().superseded().withoutLog())),
    SKIPS_DISCOVERY(
            9000010,
            "succeeds with no exit status of discovery",
            new Plays(ExtractionScript.of(Phase.leavesNothing(), Phase.succeeds(20), Phase.succeeds(4)))),
    TAKES_AN_HOUR(
            9000011, "succeeds after 55 min", new Plays(ExtractionScript.succeedingAfter(Duration.ofMinutes(55)))),
    FAILS_AND_IS_SUPERSEDED(
            9000012,
            "fails in its target and is followed by an extraction of Stitch's own that succeeds; its log tells",
            new Plays(ExtractionScript.of(
                            Phase.succeeds(5),
                            Phase.succeeds(10),
                            Phase.fails(3, 1, "Error persisting data to Stitch: 400: {'error': 'Invalid JSON schema'}"))
                    .superseded())),
    FAILS_TO_LOAD(9000013, "is extracted, and its loads fail", new FailsToLoad(ExtractionScript.succeeding())),
    IS_INVALID(9000400, "answers 400 invalid_source to every call", new Refuses(StitchErrors.invalidSource(9000400))),
    IS_UNAUTHORIZED(9000401, "answers 401 to every call", new Refuses(StitchErrors.unauthorized())),
    IS_UNKNOWN(9000404, "answers 404 to every call", new Refuses(StitchErrors.notFound())),
    THROTTLES(
            9000429,
            "answers the first start call with 429 and Retry-After 7; the next one works",
            new StumblesOnce(
                    Fault.before(new Damage.Instead(Reply.empty(429).with("Retry-After", "7"))),
                    ExtractionScript.succeeding())),
    BREAKS(9000500, "answers 500 and a JSON string to every call", new Refuses(StitchErrors.internal())),
    STARTS_BEHIND_A_502(
            9000502,
            "answers the first start call with 502 and HTML although it did start an extraction",
            new StumblesOnce(
                    Fault.after(new Damage.Instead(Reply.html(502, "<html><h1>502 Bad Gateway</h1></html>"))),
                    ExtractionScript.succeeding())),
    IS_UNAVAILABLE_ONCE(
            9000503,
            "answers the first start call with 503 and starts nothing; the next one works",
            new StumblesOnce(
                    Fault.before(new Damage.Instead(Reply.html(503, "<html>Service Unavailable</html>"))),
                    ExtractionScript.succeeding())),
    LOSES_THE_ANSWER(
            9000504,
            "drops the connection of the first start call after starting an extraction",
            new StumblesOnce(Fault.after(new Damage.Drop()), ExtractionScript.succeeding()));

    private final long sourceId;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a record of records: nobody can change it
    private final StitchBehaviour behaviour;

    StitchScenario(long sourceId, String description, StitchBehaviour behaviour) {
        this.sourceId = sourceId;
        this.description = description;
        this.behaviour = behaviour;
    }

    public long sourceId() {
        return sourceId;
    }

    /** One line: what such a source does. */
    public String description() {
        return description;
    }

    public StitchBehaviour behaviour() {
        return behaviour;
    }

    static StitchBehaviour of(long sourceId) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.sourceId == sourceId)
                .findFirst()
                .map(StitchScenario::behaviour)
                .orElseGet(() -> new Plays(ExtractionScript.succeeding()));
    }
}
