package io.syncstep.local.simulator.wire;

import java.util.function.Supplier;

/**
 * What goes wrong with a request.
 *
 * @param processed whether the provider does what was asked before it goes wrong: a start call answered with 502 may
 *     have started a run or not, and nobody outside can tell
 */
public record Fault(boolean processed, Damage damage) {

    /** Nothing was done, and this is what the caller sees. */
    public static Fault before(Damage damage) {
        return new Fault(false, damage);
    }

    /** What was asked is done, and this is what the caller sees. */
    public static Fault after(Damage damage) {
        return new Fault(true, damage);
    }

    Delivery strike(Supplier<Reply> process) {
        return damage.inflict(processed ? process.get() : Reply.json(200, "not processed"));
    }
}
