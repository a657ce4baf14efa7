package io.syncstep.local.simulator.dbt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.simulator.wire.Reply;

/** The error bodies of dbt Cloud: a {@code status} with two messages, and no data. */
final class DbtErrors {

    private DbtErrors() {}

    static Reply unauthorized() {
        return error(401, 401, "Invalid token.", "");
    }

    static Reply forbidden() {
        return error(403, 403, "You do not have permission to perform this action.", "");
    }

    static Reply notFound() {
        return error(404, 404, "The requested resource was not found. Please check the ID and try again.", "");
    }

    static Reply invalid(int status, String problem) {
        return error(
                status, 400, "The request was invalid. Please double check the provided data and try again.", problem);
    }

    static Reply internal() {
        return error(500, 500, "Something went wrong. Please try again.", "");
    }

    private static Reply error(int status, int code, String userMessage, String developerMessage) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("status")
                .put("code", code)
                .put("is_success", false)
                .put("user_message", userMessage)
                .put("developer_message", developerMessage);
        json.putNull("data");
        return Reply.json(status, json);
    }
}
