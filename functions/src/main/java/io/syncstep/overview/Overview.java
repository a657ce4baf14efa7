package io.syncstep.overview;

import java.util.List;

/** Every account, with its tasks. */
public record Overview(List<AccountTasks> accounts) {

    public Overview {
        accounts = List.copyOf(accounts);
    }

    /** Whether every account was read as a whole. */
    public boolean isComplete() {
        return accounts.stream().allMatch(AccountTasks::isReachable);
    }
}
