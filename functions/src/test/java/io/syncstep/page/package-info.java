@NullMarked
package io.syncstep.page;

import org.jspecify.annotations.NullMarked;
