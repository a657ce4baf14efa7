package io.syncstep.local.simulator.dbt;

import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;

/** How a job behaves. */
public sealed interface DbtBehaviour {

    /** Every run goes like this. */
    JobScript runs();

    /** It can be started, and its runs go like this. */
    record Plays(JobScript runs) implements DbtBehaviour {}

    /** When first asked about, it has been running for somebody else for a while. */
    record IsBusy(JobScript others, JobScript runs) implements DbtBehaviour {}

    /** Every call that names it gets this answer. */
    record Refuses(Reply reply) implements DbtBehaviour {

        @Override
        public JobScript runs() {
            return JobScript.ending(JobEnd.SUCCESS);
        }
    }

    /** The start call gets this answer, and starts nothing. */
    record RefusesStart(Reply reply) implements DbtBehaviour {

        @Override
        public JobScript runs() {
            return JobScript.ending(JobEnd.SUCCESS);
        }
    }

    /** The first start call meets this fault; all the rest works. */
    record StumblesOnce(Fault fault, JobScript runs) implements DbtBehaviour {}

    /** The first call that stops a run meets this fault. */
    record StumblesAtTheStop(Fault fault, JobScript runs) implements DbtBehaviour {}
}
