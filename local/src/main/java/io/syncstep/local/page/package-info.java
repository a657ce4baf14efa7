/** The page on the own machine: a server for one person, who sees every task and starts runs that are played here. */
@NullMarked
package io.syncstep.local.page;

import org.jspecify.annotations.NullMarked;
