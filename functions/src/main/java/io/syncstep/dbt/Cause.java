package io.syncstep.dbt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.sync.Execution;

/** Why a run was started: tells a person, and tells our runs from those of everybody else. */
record Cause(String text) {

    private static final String OF_AN_EXECUTION = "Syncstep execution ";

    /** dbt Cloud's limit. An execution's ARN has at most 220 characters. */
    private static final int LONGEST = 255;

    Cause {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a cause must have at most " + LONGEST + " characters, got " + text);
        }
    }

    /**
     * Names the execution by what no other one shares: its ARN, where it has one. A call by hand may lack all but the time
     * of its start, and of a name that is too long, the end tells most.
     */
    static Cause of(Execution execution) {
        String name = execution.id().isBlank() ? execution.name() : execution.id();
        String exact = name.isBlank() ? "of " + execution.startedAt() : name.strip();
        int most = LONGEST - OF_AN_EXECUTION.length();
        return new Cause(OF_AN_EXECUTION + exact.substring(Math.max(0, exact.length() - most)));
    }

    boolean isOf(DbtRun run) {
        return run.cause().filter(text::equals).isPresent();
    }

    /** The body of a start call. */
    String json() {
        return JsonNodeFactory.instance.objectNode().put("cause", text).toString();
    }
}
