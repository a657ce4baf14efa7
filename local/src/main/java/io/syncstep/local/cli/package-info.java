/** The command line: reads what a person asks for, and shows what happens. */
@NullMarked
package io.syncstep.local.cli;

import org.jspecify.annotations.NullMarked;
