@NullMarked
package io.syncstep.local.simulator.dbt;

import org.jspecify.annotations.NullMarked;
