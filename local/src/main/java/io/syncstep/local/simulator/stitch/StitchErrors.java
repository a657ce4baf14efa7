package io.syncstep.local.simulator.stitch;

import io.syncstep.local.simulator.wire.Reply;
import java.util.Map;

/** Some of the many shapes that error bodies of Stitch have. */
final class StitchErrors {

    private StitchErrors() {}

    /** For a bad token and for the client id of somebody else alike. */
    static Reply unauthorized() {
        return Reply.json(401, Map.of("error", "Unauthorized", "data", Map.of("message", "Invalid access token")));
    }

    static Reply alreadyRunning(long sourceId) {
        return typed(200, "already_running", "A sync is already running for source " + sourceId);
    }

    static Reply invalidSource(long sourceId) {
        return typed(400, "invalid_source", "Source " + sourceId + " does not exist or was deleted");
    }

    static Reply notFound() {
        return typed(404, "not_found", "Not found");
    }

    /** A bare string. */
    static Reply internal() {
        return Reply.json(500, "Internal Server Error");
    }

    private static Reply typed(int status, String type, String message) {
        return Reply.json(status, Map.of("error", Map.of("type", type, "message", message)));
    }
}
