@NullMarked
package io.syncstep.local.simulator.wire;

import org.jspecify.annotations.NullMarked;
