package io.syncstep.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.ServiceIntegration;
import io.syncstep.local.engine.TaskAnswer;
import io.syncstep.local.engine.TaskCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * The service integration {@code arn:aws:states:::events:putEvents}: an entry that the bus does not take fails the Task, under
 * the name {@code EventBridge.FailedEntry} with EventBridge's answer as the Cause.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html">Add EventBridge events</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html">Size of an entry</a>
 */
public record PutEvents(Bus bus) implements ServiceIntegration {

    public static final String RESOURCE = "arn:aws:states:::events:putEvents";

    private static final int MOST_BYTES = 262_144;

    @Override
    public TaskAnswer call(TaskCall call) {
        var answer = JsonNodeFactory.instance.objectNode();
        var entries = answer.putArray("Entries");
        var failed = 0;
        for (var entry : call.parameters().path("Entries")) {
            if (size(entry) > MOST_BYTES) {
                return new TaskAnswer.Failed(
                        "EventBridge.ValidationException",
                        "Total size of the entries in the request is over the limit.");
            }
            switch (bus.put(event(entry, call))) {
                case Bus.Receipt.Taken() ->
                    entries.addObject().put("EventId", UUID.randomUUID().toString());
                case Bus.Receipt.NotTaken(String code, String message) -> {
                    entries.addObject().put("ErrorCode", code).put("ErrorMessage", message);
                    failed++;
                }
                case Bus.Receipt.Failed(String error, String cause) -> {
                    return new TaskAnswer.Failed(error, cause);
                }
            }
        }
        answer.put("FailedEntryCount", failed);
        return failed == 0
                ? new TaskAnswer.Succeeded(answer)
                : new TaskAnswer.Failed("EventBridge.FailedEntry", Json.write(answer));
    }

    /** A detail that is an object is written as a text first, by Step Functions. */
    private static Published event(JsonNode entry, TaskCall call) {
        var detail = entry.path("Detail");
        return new Published(
                entry.path("EventBusName").asText(),
                entry.path("Source").asText(),
                entry.path("DetailType").asText(),
                detail.isTextual() ? Json.read(detail.asText()) : detail,
                List.of(call.caller().machineArn(), call.caller().executionArn()));
    }

    private static int size(JsonNode entry) {
        return entry.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
