@NullMarked
package io.syncstep.credentials;

import org.jspecify.annotations.NullMarked;
