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
 */
public record Watch(
        int checks,
        int troubles,
        @Nullable Trouble lastTrouble,
        int refusals,
        @Nullable Instant interruptedAt,
        Facts facts) {

    public Watch {
        facts = facts == null ? Facts.NONE : facts;
    }

    static final Watch NEW = new Watch(0, 0, null, 0, null, Facts.NONE);

    Watch checked() {
        return new Watch(checks + 1, troubles, lastTrouble, refusals, interruptedAt, facts);
    }

    Watch saw(Facts latest) {
        return new Watch(checks, troubles, lastTrouble, 0, interruptedAt, latest);
    }

    Watch met(Trouble trouble) {
        return new Watch(checks, troubles + 1, trouble, 0, interruptedAt, facts);
    }

    Watch refused(Trouble refusal) {
        return new Watch(checks, troubles + 1, refusal, refusals + 1, interruptedAt, facts);
    }

    Watch interrupted(@Nullable Instant since) {
        return new Watch(checks, troubles, lastTrouble, refusals, since, facts);
    }
}
