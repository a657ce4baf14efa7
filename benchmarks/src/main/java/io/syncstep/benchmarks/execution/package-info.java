/** Executions of the repository's own state machine, on this machine and in virtual time. */
@NullMarked
package io.syncstep.benchmarks.execution;

import org.jspecify.annotations.NullMarked;
