package io.syncstep.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncstep.handlers.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Handlers as a test needs them. */
final class Handlers {

    private Handlers() {}

    /** Answers what it was sent. */
    public static final class Echo implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
            event.transferTo(answer);
        }
    }

    /** Fails as a handler with a bug. */
    public static final class Broken implements RequestStreamHandler {

        /** An error of its own. */
        public static final class OutOfOrder extends RuntimeException {
            OutOfOrder(String message) {
                super(message);
            }
        }

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {
            throw new OutOfOrder("the lift is \"out of order\"\n");
        }
    }

    /** Tells what its context tells. */
    public static final class Inquisitive implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
            var told = new ObjectMapper()
                    .createObjectNode()
                    .put("requestId", context.getAwsRequestId())
                    .put("remaining", context.getRemainingTimeInMillis())
                    .put("arn", context.getInvokedFunctionArn())
                    .put("logger", context.getLogger() != null);
            answer.write(told.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Tells the time of the wiring that it found when it was created. */
    public static final class Wired implements RequestStreamHandler {

        private final Wiring wiring = GivenWiring.get();

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
            var now = "\"" + wiring.clock().instant() + "\"";
            answer.write(now.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
