@NullMarked
package io.syncstep.rehearsal;

import org.jspecify.annotations.NullMarked;
