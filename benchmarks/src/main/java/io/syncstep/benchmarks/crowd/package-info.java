/** Many executions at once. */
@NullMarked
package io.syncstep.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
