package io.syncstep.local.simulator.hightouch;

import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;

/** How a sync behaves. */
public sealed interface Behaviour {

    /** Every run goes like this. */
    RunScript runs();

    /** It can be started, and its runs go like this. */
    record Plays(RunScript runs) implements Behaviour {}

    /** When first asked about, it has been running for somebody else for a while. */
    record IsBusy(RunScript others, RunScript runs) implements Behaviour {}

    /** Every call that names it gets this answer. */
    record Refuses(Reply reply) implements Behaviour {

        @Override
        public RunScript runs() {
            return RunScript.ending("failed");
        }
    }

    /** The start call gets this answer and starts nothing; all the rest works. */
    record RefusesStart(Reply reply, RunScript runs) implements Behaviour {}

    /** The first start call meets this fault; all the rest works. */
    record StumblesOnce(Fault fault, RunScript runs) implements Behaviour {}
}
