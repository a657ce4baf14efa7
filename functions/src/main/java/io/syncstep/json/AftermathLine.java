package io.syncstep.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.Aftermath;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;

/** What a log should have of an aftermath. */
public final class AftermathLine {

    private AftermathLine() {}

    /** One line of JSON: execution, status, outcome, task, run, and a sentence for a person. */
    public static String of(String executionArn, String status, Aftermath aftermath) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("execution", executionArn);
        json.put("status", status);
        json.put("outcome", aftermath.outcome().word());
        Request request = aftermath.request();
        if (request != null) {
            json.put("provider", request.provider().word());
            json.put("account", request.account());
        }
        Run run = aftermath.run();
        if (run != null) {
            json.put("taskId", run.taskId());
            json.put("runId", run.runId());
        }
        json.put("message", aftermath.message());
        json.properties().removeIf(field -> field.getValue().isNull());
        return json.toString();
    }
}
