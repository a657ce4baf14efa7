package io.syncstep.sync;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the start of the run stands.
 *
 * @param notBefore no start call is sent before this instant
 * @param triggeredAt when the last start call was sent, or the run in progress was attached to
 * @param calls start calls sent, without those answered 429
 * @param throttled start calls answered 429, in a row
 * @param doubt the open question whether a call has started a run, or null when there is none
 * @param redrives how often the execution had been redriven when that was known
 * @param answeredAt when the answer came that named the run, or null
 */
public record Start(
        Instant notBefore,
        @Nullable Instant triggeredAt,
        int calls,
        int throttled,
        @Nullable Doubt doubt,
        int redrives,
        @Nullable Instant answeredAt) {

    /** Of an execution that was not redriven. */
    public Start(Instant notBefore, @Nullable Instant triggeredAt, int calls, int throttled, @Nullable Doubt doubt) {
        this(notBefore, triggeredAt, calls, throttled, doubt, 0, null);
    }

    public Start {
        notBefore = notBefore == null ? Instant.EPOCH : notBefore;
    }

    /** The doubt that there must be where a run is looked for. */
    public Doubt openDoubt() {
        return Objects.requireNonNull(doubt, "there is nothing to look for");
    }

    static Start notYet(Instant now) {
        return new Start(now, null, 0, 0, null);
    }

    Start called(Instant at) {
        return new Start(notBefore, at, calls + 1, 0, doubt, redrives, answeredAt);
    }

    Start attachedAt(Instant at) {
        return new Start(notBefore, at, calls, throttled, doubt, redrives, answeredAt);
    }

    Start throttled(Instant at) {
        return new Start(notBefore, at, calls, throttled + 1, doubt, redrives, answeredAt);
    }

    Start notBefore(Instant instant) {
        return new Start(instant, triggeredAt, calls, throttled, doubt, redrives, answeredAt);
    }

    Start doubtful(@Nullable Doubt open) {
        return new Start(notBefore, triggeredAt, calls, throttled, open, redrives, answeredAt);
    }

    Start redriven(int times) {
        return new Start(notBefore, triggeredAt, calls, throttled, doubt, times, answeredAt);
    }

    Start answered(Instant at) {
        return new Start(notBefore, triggeredAt, calls, throttled, doubt, redrives, at);
    }
}
