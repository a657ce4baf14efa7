package io.syncstep.local.faults;

import io.syncstep.local.endtoend.Stage;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.simulator.wire.Damage;
import java.util.function.Function;

/** Something that goes wrong while a function is called. */
sealed interface Mishap {

    /**
     * Between the function and the provider.
     *
     * @param every whether every request of the call is struck, or only the first
     */
    record OnTheWire(Function<Stage, Damage> damage, boolean every) implements Mishap {}

    /** Nobody listens at the provider's address. */
    record NobodyListens() implements Mishap {}

    /** Between the state machine and the function. */
    record InThePlatform(FunctionAnswer instead) implements Mishap {}
}
