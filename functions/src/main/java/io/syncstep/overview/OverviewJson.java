package io.syncstep.overview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import org.jspecify.annotations.Nullable;

/** The overview as one JSON object: {@code {"accounts":[…],"tasks":[…]}}. What is not known is absent. */
public final class OverviewJson {

    private OverviewJson() {}

    /** The object. */
    public static ObjectNode of(Overview overview) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode accounts = json.putArray("accounts");
        ArrayNode tasks = json.putArray("tasks");
        for (AccountTasks account : overview.accounts()) {
            accounts.add(account(account));
            account.tasks().forEach(task -> tasks.add(task(account.name(), task)));
        }
        return json;
    }

    private static ObjectNode account(AccountTasks account) {
        ObjectNode json = named(account.name()).put("reachable", account.isReachable());
        Problem problem = account.problem();
        return problem == null
                ? json
                : json.put("error", problem.error().word()).put("message", problem.message());
    }

    private static ObjectNode named(AccountName name) {
        return Json.MAPPER
                .createObjectNode()
                .put("provider", name.provider().word())
                .put("account", name.account());
    }

    private static ObjectNode task(AccountName name, TaskState task) {
        ObjectNode json = named(name).put("taskId", task.taskId());
        put(json, "slug", task.slug());
        json.put("name", task.name()).put("status", task.status().word());
        put(json, "providerStatus", task.providerStatus());
        json.put("enabled", task.enabled());
        put(json, "schedule", task.schedule());
        put(json, "model", task.model());
        put(json, "destination", task.destination());
        put(json, "destinationType", task.destinationType());
        put(json, "lastRunAt", task.lastRunAt());
        put(json, "createdAt", task.createdAt());
        put(json, "tags", task.tags());
        put(json, "url", task.url());
        put(json, "phases", task.phases());
        return json;
    }

    private static void put(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.set(field, Json.MAPPER.valueToTree(value));
        }
    }
}
