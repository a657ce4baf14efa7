/** What Step Functions remembers of an execution: the one room that calls Step Functions. */
@NullMarked
package io.syncstep.history;

import org.jspecify.annotations.NullMarked;
