@NullMarked
package io.syncstep.tls;

import org.jspecify.annotations.NullMarked;
