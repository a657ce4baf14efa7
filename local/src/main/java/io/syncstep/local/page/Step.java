package io.syncstep.local.page;

import java.time.Duration;

/**
 * Something that an execution did.
 *
 * @param after how long after its start
 * @param detail what was known of the run then; empty where nothing was
 */
record Step(Duration after, String state, String detail) {}
