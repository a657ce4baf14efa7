/**
 * Executes a state machine definition of the Amazon States Language, unchanged, without AWS.
 *
 * <p>{@link Engine} is the way in. The interpreter is the npm package aws-local-stepfunctions; {@link JavaScript} runs it
 * inside the JVM. What a Task does is the business of a {@link ServiceIntegration}.
 */
@NullMarked
package io.syncstep.local.engine;

import org.jspecify.annotations.NullMarked;
