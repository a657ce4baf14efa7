/** The overview: how every task of every account stands. What each provider tells is shaped alike here. */
@NullMarked
package io.syncstep.overview;

import org.jspecify.annotations.NullMarked;
