package io.syncstep.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for: the input of the state machine, checked and with its defaults filled in.
 *
 * @param account which stored credential to use
 * @param fullResync resync all rows (Hightouch)
 * @param onWarning verdict on a run with rejected rows (Hightouch)
 * @param maxFailedRows rejected rows up to which a run still counts as succeeded, or null for no such limit
 * @param timeout from the start of the execution to the end of the run
 * @param stopOnTimeout whether to stop the run at the provider when the time is up
 * @param minWait lower bound on the time between two checks, or null for the provider's default
 * @param maxWait upper bound likewise
 */
public record Request(
        ProviderName provider,
        Task task,
        String account,
        boolean fullResync,
        OnWarning onWarning,
        @Nullable Long maxFailedRows,
        IfRunning ifRunning,
        Duration timeout,
        boolean stopOnTimeout,
        @Nullable Duration minWait,
        @Nullable Duration maxWait) {}
