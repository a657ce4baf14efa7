package io.syncstep.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.TaskId;
import io.syncstep.sync.ProviderName;
import java.util.Optional;

/** The request that runs a task of the overview, with all defaults. */
public final class StartRequest {

    private StartRequest() {}

    /** The request; empty where the task's id is none that a request can have. */
    public static Optional<ObjectNode> of(AccountName account, String taskId, boolean fullResync) {
        if (!TaskId.isNumber(taskId)) {
            return Optional.empty();
        }
        ObjectNode request = Json.MAPPER
                .createObjectNode()
                .put("provider", account.provider().word())
                .put(field(account.provider()), Long.parseLong(taskId))
                .put("account", account.account());
        return Optional.of(fullResync ? request.put("fullResync", true) : request);
    }

    private static String field(ProviderName provider) {
        return switch (provider) {
            case HIGHTOUCH -> "syncId";
            case STITCH -> "sourceId";
            case DBT -> "jobId";
        };
    }
}
