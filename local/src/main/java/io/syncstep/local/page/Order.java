package io.syncstep.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.handlers.StartRequest;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.TaskId;
import io.syncstep.sync.ProviderName;

/**
 * What somebody wants to be run.
 *
 * @param title the task's name, for a person
 * @param fullResync whether all rows are sent again
 */
record Order(AccountName account, String taskId, String title, boolean fullResync) {

    Order {
        if (!isStartable(taskId)) {
            throw Refused.malformed("A task is started by its number, and " + title + " has none.");
        }
        if (fullResync && !canResync(account)) {
            throw Refused.malformed("Only Hightouch sends all rows again.");
        }
    }

    /** Whether a request can name it. */
    static boolean isStartable(String taskId) {
        return TaskId.isNumber(taskId);
    }

    /** Whether the provider can send all rows again. */
    static boolean canResync(AccountName account) {
        return account.provider() == ProviderName.HIGHTOUCH;
    }

    /** The input of the state machine. */
    JsonNode request() {
        return StartRequest.of(account, taskId, fullResync).orElseThrow();
    }

    boolean isOf(AccountName otherAccount, String otherTask) {
        return account.equals(otherAccount) && taskId.equals(otherTask);
    }

    String provider() {
        return account.provider().title();
    }

    String taskPath() {
        return new Place.OneTask(account, taskId).path();
    }
}
