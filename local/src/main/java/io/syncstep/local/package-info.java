@NullMarked
package io.syncstep.local;

import org.jspecify.annotations.NullMarked;
