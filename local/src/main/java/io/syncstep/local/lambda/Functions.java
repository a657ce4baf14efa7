package io.syncstep.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** Lambda functions by name. Called from several threads at once. */
@FunctionalInterface
public interface Functions {

    /**
     * Invokes a function and waits for its answer.
     *
     * @param name as the definition has it: {@code ${CheckSync}}, since nothing substitutes it here
     */
    FunctionAnswer invoke(String name, JsonNode payload);
}
