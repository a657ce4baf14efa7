/** What Step Functions remembers of an execution, and is told of a Task: the one room that calls Step Functions. */
@NullMarked
package io.syncstep.history;

import org.jspecify.annotations.NullMarked;
