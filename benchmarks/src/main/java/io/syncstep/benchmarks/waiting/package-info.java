/** The cost of waiting for a run: the delay in noticing its end, and the checks that were made. */
@NullMarked
package io.syncstep.benchmarks.waiting;

import org.jspecify.annotations.NullMarked;
