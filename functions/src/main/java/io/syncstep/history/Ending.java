package io.syncstep.history;

import io.syncstep.json.Envelope;

/** How far an execution had come when it was ended from outside. */
public sealed interface Ending {

    /** Its first state was not left: nobody was called. */
    record AtTheStart() implements Ending {}

    /**
     * After some state.
     *
     * @param state the newest data of the execution
     * @param underWay whether a Task was entered with that data, whose function was then called or about to be, and which
     *     Lambda did not refuse to run
     */
    record After(Envelope state, boolean underWay) implements Ending {}

    /** It was redriven since: it goes on, or has ended by its own verdict. */
    record Redriven() implements Ending {}
}
