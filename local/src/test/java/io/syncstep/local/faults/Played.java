package io.syncstep.local.faults;

import io.syncstep.local.engine.Execution;
import java.util.List;
import java.util.Map;

/**
 * What came of a scene.
 *
 * @param started the runs that its start calls started
 * @param requestsElsewhere requests to a host other than the credential's
 * @param seconds of virtual time
 * @param struck the faults that did strike
 * @param leaks secrets found in states, output, error and cause
 * @param truth how every run of the task stands at the provider by the end
 */
record Played(
        Execution execution,
        List<String> started,
        int requestsElsewhere,
        long seconds,
        List<Strike> struck,
        List<String> leaks,
        Map<String, Truth> truth) {

    /** {@code succeeded}, or the Error. */
    String outcome() {
        return execution.status() == Execution.Status.SUCCEEDED ? "succeeded" : execution.error();
    }

    String runId() {
        return execution.output() == null
                ? ""
                : execution.output().path("runId").asText();
    }

    boolean attached() {
        return execution.output() != null && execution.output().path("attached").asBoolean();
    }

    @Override
    public String toString() {
        return outcome() + " after " + seconds + " s, started " + started + ", struck " + struck + ", truth " + truth
                + ", states " + execution.states() + ", waits " + execution.waits() + ", output " + execution.output()
                + ", cause " + execution.cause();
    }
}
