package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An execution in a test: does what the state machine does between two answers, which is to wait. */
final class OneExecution {

    static final Instant STARTED_AT = Instant.parse("2026-11-22T08:00:00Z");

    private final SettableClock clock;
    private final Sync sync;
    private Answer last;

    OneExecution(Request request, ScriptedProvider provider) {
        this(request, provider, new SettableClock(STARTED_AT));
    }

    OneExecution(Request request, ScriptedProvider provider, SettableClock clock) {
        this(request, provider, clock, 0);
    }

    /** One that was redriven so often by now. */
    OneExecution(Request request, ScriptedProvider provider, SettableClock clock, int redrives) {
        this.clock = clock;
        this.sync = new Sync(request, new Execution("arn", "name", STARTED_AT, redrives), provider, clock);
        this.last = new Answer(Next.PREPARE, 0, Run.notStarted(request.task().label(), clock.instant()), null);
    }

    /** Begins where the start call is to be sent. */
    OneExecution toStart() {
        last = Answer.goOn(Next.START, 0, run());
        return this;
    }

    /** Begins where a run of ours is followed. */
    OneExecution following(String runId) {
        Run run = run().identified(runId);
        last = Answer.goOn(Next.FOLLOW, 0, run.with(run.start().called(clock.instant())));
        return this;
    }

    /** Begins where somebody else's run is followed. */
    OneExecution attachedTo(@Nullable String runId) {
        Run run = run().attached(runId);
        last = Answer.goOn(Next.FOLLOW, 0, run.with(run.start().attachedAt(clock.instant())));
        return this;
    }

    /** Waits as long as the last answer says, then does what it says. */
    Answer step() {
        clock.pass(Duration.ofSeconds(last.waitSeconds()));
        last = switch (last.next()) {
            case PREPARE -> new BeforeStart(sync).from(run());
            case START -> new StartTheRun(sync).from(run());
            case FIND -> new FindTheRun(sync).from(run(), null);
            case FOLLOW -> new CheckTheRun(sync).from(run());
            case STOP -> new StopTheRun(sync).from(run());
            case SUCCEED, FAIL -> throw new IllegalStateException("it has ended with " + last);
        };
        return last;
    }

    /** The function that sends the start call vanished: its answer was lost by the platform. */
    Answer startIsLostByThePlatform(String lost) {
        last = new FindTheRun(sync).from(run(), lost);
        return last;
    }

    /** Goes on to the end, which must come. */
    Report toTheEnd() {
        for (int steps = 0; steps < 10_000; steps++) {
            if (last.next() == Next.SUCCEED || last.next() == Next.FAIL) {
                return Objects.requireNonNull(last.report());
            }
            step();
        }
        throw new AssertionError("no end after 10,000 steps");
    }

    /** Goes on to a failure, which must come. */
    Report.Failure toFailure() {
        Report report = toTheEnd();
        assertThat(report).isInstanceOf(Report.Failure.class);
        return (Report.Failure) report;
    }

    Answer last() {
        return last;
    }

    Run run() {
        return Objects.requireNonNull(last.run());
    }

    /** The open question whether a start call has started a run. */
    Doubt doubt() {
        return Objects.requireNonNull(run().start().doubt());
    }

    Instant now() {
        return clock.instant();
    }

    Duration age() {
        return Duration.between(STARTED_AT, now());
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    static Trouble trouble(String what) {
        return new Trouble(what, STARTED_AT, null);
    }

    static Facts facts(String status) {
        return new Facts(status, null, null, null, null, null, null, null, "https://page/of/run");
    }
}
