package io.syncstep.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of an invocation. */
public sealed interface FunctionAnswer {

    /** The function answered. */
    record Returned(JsonNode payload) implements FunctionAnswer {}

    /**
     * The function threw.
     *
     * @param type class of what was thrown, {@code Outer$Inner} where nested
     * @param error {@code {"errorMessage","errorType","stackTrace"}}
     */
    record Threw(String type, JsonNode error) implements FunctionAnswer {}

    /**
     * Lambda did not run the function, or does not know how it ended.
     *
     * @param error a name of AWS: {@code Lambda.TooManyRequestsException}, {@code Lambda.Unknown}, {@code Sandbox.Timedout}
     */
    record Refused(String error, String cause) implements FunctionAnswer {}

    /** No answer ever comes; the state's {@code TimeoutSeconds} ends the waiting. */
    record Lost() implements FunctionAnswer {}
}
