@NullMarked
package io.syncstep.local.simulator.stitch;

import org.jspecify.annotations.NullMarked;
