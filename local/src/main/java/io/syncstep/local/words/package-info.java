/** What a person is told of an execution, in words: the same in a terminal and on a page. */
@NullMarked
package io.syncstep.local.words;

import org.jspecify.annotations.NullMarked;
