package io.syncstep.local.simulator.hightouch;

import io.syncstep.local.simulator.wire.Reply;
import java.util.Map;

/** The error bodies of Hightouch: {@code details} is a string here and an object there, and a 500 is no object at all. */
final class HightouchErrors {

    private HightouchErrors() {}

    static Reply unauthorized() {
        return Reply.json(401, Map.of("message", "Authentication error", "details", "Token is invalid"));
    }

    /** Its shape is not documented. */
    static Reply notFound() {
        return Reply.json(404, Map.of("message", "Not found"));
    }

    static Reply invalid(int status, String field, String problem) {
        return Reply.json(status, Map.of("message", "Validation failed", "details", Map.of(field, problem)));
    }

    static Reply internal() {
        return Reply.json(500, "Internal Server Error");
    }
}
