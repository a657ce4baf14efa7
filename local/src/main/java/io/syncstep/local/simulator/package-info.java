@NullMarked
package io.syncstep.local.simulator;

import org.jspecify.annotations.NullMarked;
