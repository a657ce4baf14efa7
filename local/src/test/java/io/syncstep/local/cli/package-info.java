@NullMarked
package io.syncstep.local.cli;

import org.jspecify.annotations.NullMarked;
