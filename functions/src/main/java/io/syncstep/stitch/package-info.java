@NullMarked
package io.syncstep.stitch;

import org.jspecify.annotations.NullMarked;
