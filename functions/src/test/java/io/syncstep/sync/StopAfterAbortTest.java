package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Aftermath.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is stopped, looked for or left alone, by where the execution stood. Over HTTP: AbortedRunIsStoppedTest of local/. */
class StopAfterAbortTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Run NOT_STARTED = Run.notStarted("120643", NOW.minusSeconds(30));
    private static final Run STARTED =
            NOT_STARTED.identified("job-1").with(NOT_STARTED.start().called(NOW.minusSeconds(20)));
    private static final Doubt BEHIND_A_503 =
            new Doubt(NOW.minusSeconds(90), NOW.minusSeconds(80), "503 Service Unavailable", 503, 5);

    private final StoppableProvider provider = new StoppableProvider();

    @Test
    void aRunThatIsFollowedIsStopped() {
        assertThat(after(Next.FOLLOW, false, STARTED).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(provider.calls).containsExactly("stop job-1");
    }

    @Test
    void aRunThatWasAboutToBeStoppedIsStopped() {
        assertThat(after(Next.STOP, false, STARTED).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(provider.calls).containsExactly("stop job-1");
    }

    @Test
    void aRunThatIsBeingStoppedIsNotStoppedOnceMore() {
        assertThat(after(Next.STOP, true, STARTED).outcome()).isEqualTo(Outcome.NOTHING_TO_STOP);
        assertThat(provider.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Next.class,
            names = {"PREPARE", "START", "SUCCEED", "FAIL"})
    void nothingIsCalledWhereNothingOfOursRuns(Next next) {
        assertThat(after(next, false, NOT_STARTED).outcome()).isEqualTo(Outcome.NOTHING_TO_STOP);
        assertThat(provider.calls).isEmpty();
    }

    @Test
    void aLookBeforeTheStartStartsNothing() {
        assertThat(after(Next.PREPARE, true, NOT_STARTED).message())
                .isEqualTo("Stitch source 120643 had not been started when the execution was aborted.");
        assertThat(provider.calls).isEmpty();
    }

    @Test
    void aStartThatWasUnderWayIsLookedForOnceAndStopped() {
        provider.sighting = new Sighting.One("job-2");

        assertThat(after(Next.START, true, NOT_STARTED).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(provider.calls).containsExactly("find since " + NOW.minusSeconds(30), "stop job-2");
    }

    @Test
    void aCallThatIsToBeRepeatedAfterA503MayHaveStartedARun() {
        provider.sighting = new Sighting.One("job-2");
        Run waiting = NOT_STARTED.with(NOT_STARTED.start().doubtful(BEHIND_A_503));

        assertThat(after(Next.START, false, waiting).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(provider.calls).containsExactly("find since " + BEHIND_A_503.sentAt(), "stop job-2");
    }

    @Test
    void aRunThatWasLookedForIsLookedForSinceItsOwnCall() {
        provider.sighting = new Sighting.One("job-2");
        Run searched = NOT_STARTED.with(NOT_STARTED.start().called(NOW).doubtful(BEHIND_A_503));

        assertThat(after(Next.FIND, true, searched).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(provider.calls).containsExactly("find since " + BEHIND_A_503.sentAt(), "stop job-2");
    }

    @Test
    void ofSeveralRunsNoneIsStopped() {
        provider.sighting = new Sighting.Several(List.of("job-2", "job-3"));

        Aftermath aftermath = after(Next.START, true, NOT_STARTED);

        assertThat(aftermath.outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(aftermath.message()).contains("source 120643", "job-2, job-3", "nothing tells which is ours");
        assertThat(provider.calls).noneMatch(call -> call.startsWith("stop"));
    }

    @Test
    void aRunThatIsListedNowhereIsLeftToAPerson() {
        provider.sighting = new Sighting.Unlistable();

        assertThat(after(Next.START, true, NOT_STARTED).outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(provider.calls).noneMatch(call -> call.startsWith("stop"));
    }

    @Test
    void aRunThatDoesNotShowYetIsLookedForAgain() {
        provider.sighting = new Sighting.None();

        Aftermath aftermath = after(Next.START, true, NOT_STARTED);

        assertThat(aftermath.outcome()).isEqualTo(Outcome.NOT_SETTLED);
        assertThat(aftermath.message()).contains("source 120643", "One may still come up");
    }

    @Test
    void aLookUpWithoutAnAnswerIsRepeated() {
        provider.sighting = new Sighting.Unanswered("503 Service Unavailable");

        Aftermath aftermath =
                after(Next.FIND, false, NOT_STARTED.with(NOT_STARTED.start().doubtful(BEHIND_A_503)));

        assertThat(aftermath.outcome()).isEqualTo(Outcome.NOT_SETTLED);
        assertThat(aftermath.message()).contains("Looking it up failed 6 times, last with 503 Service Unavailable");
    }

    @Test
    void aStopCallThatFailedIsRepeatedWithItsReason() {
        provider.answer = new StopAnswer.NotStopped("connection lost");

        Aftermath aftermath = after(Next.FOLLOW, false, STARTED);

        assertThat(aftermath.outcome()).isEqualTo(Outcome.NOT_SETTLED);
        assertThat(aftermath.message())
                .contains("Stitch run job-1 of source 120643", "It was not stopped: connection lost");
    }

    @Test
    void aRunThatHadEndedNeedsNoStop() {
        provider.answer = new StopAnswer.HadEnded();

        assertThat(after(Next.FOLLOW, false, STARTED).outcome()).isEqualTo(Outcome.NOTHING_TO_STOP);
    }

    @Test
    void anAttachedRunIsLeftAlone() {
        assertThat(after(Next.FOLLOW, true, NOT_STARTED.attached("job-9")).outcome())
                .isEqualTo(Outcome.GOES_ON);
        assertThat(provider.calls).isEmpty();
    }

    @Test
    void stopOnTimeoutFalseLetsTheRunGoOnAfterATimeoutOnly() {
        assertThat(new StopAfterAbort(sync(false), new Abort(true, Next.FOLLOW, false, null))
                        .of(STARTED)
                        .outcome())
                .isEqualTo(Outcome.GOES_ON);
        assertThat(provider.calls).isEmpty();

        assertThat(new StopAfterAbort(sync(false), new Abort(false, Next.FOLLOW, false, null))
                        .of(STARTED)
                        .outcome())
                .isEqualTo(Outcome.STOPPED);
    }

    @Test
    void aProviderWithoutAStopCallIsNotCalled() {
        provider.stopCall = StopCall.NONE;

        assertThat(after(Next.FOLLOW, false, STARTED).outcome()).isEqualTo(Outcome.GOES_ON);
        assertThat(after(Next.START, true, NOT_STARTED).outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(provider.calls).isEmpty();
    }

    @Test
    void aRunThatIsStoppedByItsIdIsStoppedAlike() {
        provider.stopCall = StopCall.OUR_RUN;
        provider.sighting = new Sighting.One("job-2");

        assertThat(after(Next.FOLLOW, false, STARTED).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(after(Next.START, true, NOT_STARTED).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(provider.calls).containsExactly("stop job-1", "find since " + NOW.minusSeconds(30), "stop job-2");
    }

    private Aftermath after(Next next, boolean underWay, Run run) {
        return new StopAfterAbort(sync(true), new Abort(false, next, underWay, null)).of(run);
    }

    private Sync sync(boolean stopOnTimeout) {
        Request request = new Request(
                ProviderName.STITCH,
                new Task.StitchSource(120643),
                "default",
                false,
                OnWarning.FAIL,
                null,
                IfRunning.ATTACH,
                Duration.ofHours(1),
                stopOnTimeout,
                null,
                null);
        Execution execution = new Execution("arn", "sample", NOW.minusSeconds(60));
        return new Sync(request, execution, provider, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
