package io.syncstep.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Execution.Status;
import io.syncstep.local.engine.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An execution as {@code startExecution.sync:2} describes it to the state machine that started it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">AWS's page</a>
 */
final class Description {

    private Description() {}

    /** The description within the cause of a Task that failed; else error and cause are the Task's own. */
    static JsonNode ofFailure(@Nullable String error, @Nullable String cause) {
        return description(cause)
                .orElseGet(() -> JsonNodeFactory.instance
                        .objectNode()
                        .put("Status", Status.FAILED.name())
                        .put("Error", error)
                        .put("Cause", cause));
    }

    /** A cause that was cut off, or is no JSON for another reason, describes nothing. */
    private static Optional<JsonNode> description(@Nullable String cause) {
        try {
            return Optional.ofNullable(cause)
                    .filter(text -> text.startsWith("{"))
                    .map(Json::read)
                    .filter(json -> json.has("Status"));
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    static Execution execution(JsonNode description, Steps steps) {
        return steps.ended(
                Status.valueOf(description.path("Status").asText(Status.SUCCEEDED.name())),
                description.get("Output"),
                description.path("Error").textValue(),
                description.path("Cause").textValue());
    }
}
