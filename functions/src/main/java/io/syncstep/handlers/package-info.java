@NullMarked
package io.syncstep.handlers;

import org.jspecify.annotations.NullMarked;
