@NullMarked
package io.syncstep.local.simulator.hightouch;

import org.jspecify.annotations.NullMarked;
