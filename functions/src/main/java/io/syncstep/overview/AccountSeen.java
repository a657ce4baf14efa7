package io.syncstep.overview;

import java.time.Instant;

/**
 * An account, as it was seen.
 *
 * @param at when it had been read
 */
record AccountSeen(AccountTasks account, Instant at) {}
