@NullMarked
package io.syncstep.local.words;

import org.jspecify.annotations.NullMarked;
