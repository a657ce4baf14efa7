package io.syncstep.local.page;

import io.syncstep.overview.AccountName;
import io.syncstep.overview.Listed;
import io.syncstep.overview.PastRun;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Where the page has from what it shows.
 *
 * @param tasks of all accounts
 * @param latestRuns of one task
 */
public record TaskLooks(Supplier<Seen> tasks, BiFunction<AccountName, String, Listed<PastRun>> latestRuns) {}
