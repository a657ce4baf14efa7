package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of a {@link TaskCall}. */
public sealed interface TaskAnswer {

    /** The result, as {@code ResultSelector} and {@code ResultPath} will see it. */
    record Succeeded(JsonNode result) implements TaskAnswer {}

    /** An error, for {@code Retry} and {@code Catch}. */
    record Failed(String error, String cause) implements TaskAnswer {}

    /** Nothing: the {@code TimeoutSeconds} of the state will end it. */
    record Missing() implements TaskAnswer {}
}
