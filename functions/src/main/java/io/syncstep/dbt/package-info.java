@NullMarked
package io.syncstep.dbt;

import org.jspecify.annotations.NullMarked;
