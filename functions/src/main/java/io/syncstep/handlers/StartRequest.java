package io.syncstep.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import io.syncstep.overview.AccountName;
import io.syncstep.sync.ProviderName;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** The request that runs a task of the overview, with all defaults. */
public final class StartRequest {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");

    private StartRequest() {}

    /** The request; empty where the task's id is none that a request can have. */
    public static Optional<ObjectNode> of(AccountName account, String taskId, boolean fullResync) {
        if (!ID.matcher(taskId).matches() || new BigInteger(taskId).bitLength() > 63) {
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
