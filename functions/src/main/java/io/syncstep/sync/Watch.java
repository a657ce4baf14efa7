package io.syncstep.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a run have brought so far.
 *
 * @param checks how often the run was checked
 * @param troubles how many calls brought no usable answer
 * @param lastTrouble the last of them, or null
 * @param refusals refusals in a row
 * @param interruptedAt since when the run is known to be interrupted, or null
 * @param facts the last facts the provider told
 * @param lateLooks looks since the deadline, or since a stop call found that the run had ended
 * @param hadEndedAt when a stop call found that the run had ended, so that what was read before says too little, or null
 */
public record Watch(
        int checks,
        int troubles,
        @Nullable Trouble lastTrouble,
        int refusals,
        @Nullable Instant interruptedAt,
        Facts facts,
        int lateLooks,
        @Nullable Instant hadEndedAt) {

    public Watch {
        facts = facts == null ? Facts.NONE : facts;
    }

    static final Watch NEW = new Watch(0, 0, null, 0, null, Facts.NONE);

    /** One that is not late. */
    public Watch(
            int checks,
            int troubles,
            @Nullable Trouble lastTrouble,
            int refusals,
            @Nullable Instant interruptedAt,
            Facts facts) {
        this(checks, troubles, lastTrouble, refusals, interruptedAt, facts, 0, null);
    }

    Watch checked() {
        return new Watch(checks + 1, troubles, lastTrouble, refusals, interruptedAt, facts, lateLooks, hadEndedAt);
    }

    Watch saw(Facts latest) {
        return new Watch(checks, troubles, lastTrouble, 0, interruptedAt, latest, lateLooks, hadEndedAt);
    }

    Watch met(Trouble trouble) {
        return new Watch(checks, troubles + 1, trouble, 0, interruptedAt, facts, lateLooks, hadEndedAt);
    }

    Watch refused(Trouble refusal) {
        return new Watch(checks, troubles + 1, refusal, refusals + 1, interruptedAt, facts, lateLooks, hadEndedAt);
    }

    Watch interrupted(@Nullable Instant since) {
        return new Watch(checks, troubles, lastTrouble, refusals, since, facts, lateLooks, hadEndedAt);
    }

    Watch late() {
        return new Watch(checks, troubles, lastTrouble, refusals, interruptedAt, facts, lateLooks + 1, hadEndedAt);
    }

    Watch hadEnded(Instant at) {
        return new Watch(checks, troubles, lastTrouble, refusals, interruptedAt, facts, 0, at);
    }
}
