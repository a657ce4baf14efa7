/**
 * Pipelines: what may be one, what comes next, and what it ends with. Between the steps the state machine remembers; here
 * everything is worked out anew of what it hands over.
 */
@NullMarked
package io.syncstep.pipeline;

import org.jspecify.annotations.NullMarked;
