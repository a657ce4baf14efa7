@NullMarked
package io.syncstep.http;

import org.jspecify.annotations.NullMarked;
