package io.syncstep.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What a function is called for. */
enum Purpose {
    LOOK_UP,
    START,
    FIND,
    CHECK,
    /** A check at the deadline or after it. */
    LAST_LOOK,
    STOP;

    static Purpose of(String function, JsonNode event, Instant now) {
        if (function.contains("TriggerSync")) {
            return START;
        }
        if (function.contains("StopSync")) {
            return STOP;
        }
        return switch (event.path("sync").path("next").asText()) {
            case "find" -> FIND;
            case "follow" -> now.isBefore(deadline(event)) ? CHECK : LAST_LOOK;
            default -> LOOK_UP;
        };
    }

    private static Instant deadline(JsonNode event) {
        long timeout = event.path("request").path("timeoutSeconds").asLong(3600);
        String startedAt = event.path("execution").path("startedAt").asText();
        return OffsetDateTime.parse(startedAt).toInstant().plusSeconds(timeout);
    }
}
