package io.syncstep.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** The Retry and Catch rules of a Task, as far as the definition of {@code sync} uses them. */
final class Rules {

    private Rules() {}

    /** The first rule that is for the error, or -1. */
    static int matching(JsonNode rules, String error) {
        for (int i = 0; i < rules.size(); i++) {
            for (JsonNode name : rules.path(i).path("ErrorEquals")) {
                if (name.asText().equals(error) || name.asText().equals("States.ALL")) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The rule that catches the error, or a missing node. */
    static JsonNode catcher(JsonNode task, String error) {
        return task.path("Catch").path(matching(task.path("Catch"), error));
    }

    /** @param attempt how often the rule has been used before */
    static Duration delay(JsonNode rule, int attempt) {
        double seconds = rule.path("IntervalSeconds").asInt()
                * Math.pow(rule.path("BackoffRate").asDouble(), attempt);
        return Duration.ofMillis(
                Math.round(1000 * Math.min(seconds, rule.path("MaxDelaySeconds").asDouble())));
    }
}
