@NullMarked
package io.syncstep.local.aws;

import org.jspecify.annotations.NullMarked;
