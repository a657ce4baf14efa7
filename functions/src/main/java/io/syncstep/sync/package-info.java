@NullMarked
package io.syncstep.sync;

import org.jspecify.annotations.NullMarked;
