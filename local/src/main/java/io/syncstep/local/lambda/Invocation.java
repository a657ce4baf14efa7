package io.syncstep.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.DtoSerializers;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.converters.LambdaErrorConverter;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.ErrorRequest;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** One call of a handler, with the request and the context that Lambda's runtime would make for it. */
final class Invocation {

    /** What the context tells the handler; nothing here ends a handler that takes longer. */
    private static final Duration TIME = Duration.ofSeconds(60);

    private static final String ARN = "arn:aws:lambda:local:000000000000:function:";

    private Invocation() {}

    static FunctionAnswer of(LambdaRequestHandler handler, String name, JsonNode payload) {
        ByteArrayOutputStream answer;
        try {
            answer = handler.call(request(name, payload));
        } catch (Throwable thrown) {
            // Whatever it is: Lambda's runtime makes a function error of it, and lives on.
            return threw(UserFault.filterStackTrace(thrown));
        }
        return new FunctionAnswer.Returned(Json.read(answer.toString(StandardCharsets.UTF_8)));
    }

    private static InvocationRequest request(String name, JsonNode payload) {
        var request = new InvocationRequest();
        request.setId(UUID.randomUUID().toString());
        request.setInvokedFunctionArn(ARN + name);
        // Lambda's deadline is one of the real clock, and the context compares it with that.
        request.setDeadlineTimeInMs(System.currentTimeMillis() + TIME.toMillis());
        request.setContent(Json.write(payload).getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static FunctionAnswer threw(Throwable thrown) {
        var error = thrown instanceof UserFault fault
                ? LambdaErrorConverter.fromUserFault(fault)
                : LambdaErrorConverter.fromThrowable(thrown);
        return new FunctionAnswer.Threw(error.errorType, json(error));
    }

    private static JsonNode json(ErrorRequest error) {
        return Json.read(new String(DtoSerializers.serialize(error), StandardCharsets.UTF_8));
    }
}
