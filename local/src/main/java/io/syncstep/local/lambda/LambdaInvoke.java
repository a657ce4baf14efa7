package io.syncstep.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.ServiceIntegration;
import io.syncstep.local.engine.TaskAnswer;
import io.syncstep.local.engine.TaskCall;
import java.util.UUID;

/**
 * The service integration {@code arn:aws:states:::lambda:invoke}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke Lambda with Step
 *     Functions</a>
 */
public record LambdaInvoke(Functions functions) implements ServiceIntegration {

    public static final String RESOURCE = "arn:aws:states:::lambda:invoke";

    @Override
    public TaskAnswer call(TaskCall call) {
        var name = call.parameters().path("FunctionName").asText();
        var payload = call.parameters().path("Payload");
        var event = payload.isMissingNode() ? JsonNodeFactory.instance.objectNode() : payload;
        return switch (functions.invoke(name, event)) {
            case FunctionAnswer.Returned(JsonNode answer) -> new TaskAnswer.Succeeded(result(answer));
            case FunctionAnswer.Threw(String type, JsonNode error) -> new TaskAnswer.Failed(type, Json.write(error));
            case FunctionAnswer.Refused(String error, String cause) -> new TaskAnswer.Failed(error, cause);
            case FunctionAnswer.Lost() -> new TaskAnswer.Missing();
        };
    }

    /** As AWS answers: the payload, among what the SDK tells of its HTTP call. */
    private static ObjectNode result(JsonNode payload) {
        var request = UUID.randomUUID().toString();
        var result = JsonNodeFactory.instance.objectNode().put("ExecutedVersion", "$LATEST");
        result.set("Payload", payload);
        var http = result.putObject("SdkHttpMetadata");
        var headers = http.putObject("AllHttpHeaders");
        headers.putArray("X-Amz-Executed-Version").add("$LATEST");
        headers.putArray("Content-Type").add("application/json");
        headers.putArray("x-amzn-RequestId").add(request);
        http.putObject("HttpHeaders")
                .put("Content-Type", "application/json")
                .put("X-Amz-Executed-Version", "$LATEST")
                .put("x-amzn-RequestId", request);
        http.put("HttpStatusCode", 200);
        result.putObject("SdkResponseMetadata").put("RequestId", request);
        return result.put("StatusCode", 200);
    }
}
