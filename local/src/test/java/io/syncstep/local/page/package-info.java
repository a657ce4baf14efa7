@NullMarked
package io.syncstep.local.page;

import org.jspecify.annotations.NullMarked;
