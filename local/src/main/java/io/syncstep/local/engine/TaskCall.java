package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One attempt of a Task state.
 *
 * @param state the name of the state
 * @param resource its {@code Resource}, such as {@code arn:aws:states:::lambda:invoke}
 * @param parameters what its {@code Parameters} came to
 * @param caller the execution that the state belongs to
 * @param token what {@code $$.Task.Token} was in the parameters: another one for each attempt
 */
public record TaskCall(String state, String resource, JsonNode parameters, Identity caller, String token) {}
