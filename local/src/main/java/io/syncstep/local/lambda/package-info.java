/**
 * Calls the deployed handlers as Lambda would, through AWS's own runtime classes, and answers {@code lambda:invoke} with it.
 *
 * <p>{@link Functions} is the seam: wrap {@link LocalFunctions} to let a function time out, to lose its answer after it ran,
 * or to have the platform refuse it.
 */
@NullMarked
package io.syncstep.local.lambda;

import org.jspecify.annotations.NullMarked;
