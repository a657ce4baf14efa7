/** What the tests share: a clock to set, servers of this machine, requests and runs to start from. */
@NullMarked
package io.syncstep.testing;

import org.jspecify.annotations.NullMarked;
