@NullMarked
package io.syncstep.json;

import org.jspecify.annotations.NullMarked;
