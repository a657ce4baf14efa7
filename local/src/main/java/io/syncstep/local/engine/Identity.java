package io.syncstep.local.engine;

import java.util.Map;

/**
 * Which execution it is.
 *
 * @param machine the state machine, by the name that a definition would call it
 * @param name the execution's name: 1 to 80 characters, none of which AWS refuses
 * @param redriveCount how often it was redriven
 */
public record Identity(String machine, String name, int redriveCount) {

    private static final String ARN = "arn:aws:states:local:000000000000:";

    public String executionArn() {
        return ARN + "execution:" + machine + ":" + name;
    }

    public String machineArn() {
        return ARN + "stateMachine:" + machine;
    }

    /** What a definition finds under {@code $$}. */
    Map<String, Map<String, Object>> context() {
        return Map.of(
                "Execution", Map.of("Id", executionArn(), "Name", name, "RedriveCount", redriveCount),
                "StateMachine", Map.of("Id", machineArn(), "Name", machine));
    }
}
