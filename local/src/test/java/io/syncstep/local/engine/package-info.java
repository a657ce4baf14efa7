@NullMarked
package io.syncstep.local.engine;

import org.jspecify.annotations.NullMarked;
