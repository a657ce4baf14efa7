package io.syncstep.page;

import io.syncstep.overview.AccountName;
import io.syncstep.overview.Listed;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.ProviderName;
import java.time.Instant;

/**
 * One task, and its latest runs, the newest first.
 *
 * @param now to which it is told how long ago something was
 */
public record TaskView(AccountName account, TaskState task, Listed<PastRun> runs, Instant now) {

    /** Whether all rows of its query can be sent again. */
    public boolean hasResync() {
        return account.provider() == ProviderName.HIGHTOUCH;
    }
}
