package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One attempt of a Task state.
 *
 * @param state the name of the state
 * @param resource its {@code Resource}, such as {@code arn:aws:states:::lambda:invoke}
 * @param parameters what its {@code Parameters} came to
 */
public record TaskCall(String state, String resource, JsonNode parameters) {}
