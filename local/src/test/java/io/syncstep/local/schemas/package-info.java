/** Holds what the program takes and tells against {@code events/schemas/}. */
@NullMarked
package io.syncstep.local.schemas;

import org.jspecify.annotations.NullMarked;
