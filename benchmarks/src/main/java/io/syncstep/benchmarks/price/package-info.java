/** What a run costs in AWS. */
@NullMarked
package io.syncstep.benchmarks.price;

import org.jspecify.annotations.NullMarked;
