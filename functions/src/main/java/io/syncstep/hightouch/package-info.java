@NullMarked
package io.syncstep.hightouch;

import org.jspecify.annotations.NullMarked;
