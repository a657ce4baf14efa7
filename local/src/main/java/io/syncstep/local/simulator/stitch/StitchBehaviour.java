package io.syncstep.local.simulator.stitch;

import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;

/** How a source behaves. */
public sealed interface StitchBehaviour {

    /** Every extraction goes like this. */
    ExtractionScript extracts();

    /** It can be started, and its extractions go like this. */
    record Plays(ExtractionScript extracts) implements StitchBehaviour {}

    /** When first asked about, it has been running for somebody else for a while. */
    record IsBusy(ExtractionScript others, ExtractionScript extracts) implements StitchBehaviour {}

    /** Every call that names it gets this answer. */
    record Refuses(Reply reply) implements StitchBehaviour {

        @Override
        public ExtractionScript extracts() {
            return ExtractionScript.succeeding();
        }
    }

    /** Its extractions succeed, and the loads into the warehouse fail. */
    record FailsToLoad(ExtractionScript extracts) implements StitchBehaviour {}

    /** The first start call meets this fault; all the rest works. */
    record StumblesOnce(Fault fault, ExtractionScript extracts) implements StitchBehaviour {}
}
