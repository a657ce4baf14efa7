@NullMarked
package io.syncstep.local.lambda;

import org.jspecify.annotations.NullMarked;
