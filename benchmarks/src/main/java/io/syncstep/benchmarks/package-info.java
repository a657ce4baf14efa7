/** What Syncstep costs, measured beside its peers and beside what would be best. */
@NullMarked
package io.syncstep.benchmarks;

import org.jspecify.annotations.NullMarked;
