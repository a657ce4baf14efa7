package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.overview.AccountName;
import io.syncstep.page.Filter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody wants of the overview, as its event says. */
sealed interface Wish {

    /** What the widget is, for whoever adds it to a dashboard. */
    record Describe() implements Wish {}

    record Show(Filter filter) implements Wish {}

    record Open(AccountName account, String taskId) implements Wish {}

    /**
     * A run.
     *
     * @param name of the execution
     * @param request not checked yet
     */
    record Start(String name, JsonNode request) implements Wish {}

    /** Something that this function does not know. */
    record Unclear(String why) implements Wish {}

    /** Reads it out of an event. */
    static Wish of(JsonNode event) {
        if (event.path("describe").asBoolean(false)) {
            return new Describe();
        }
        if (event.has("start")) {
            return new Start(event.path("name").asText(), event.path("start"));
        }
        if (event.has("open")) {
            return open(event.path("open"));
        }
        // CloudWatch sends the form with every call, so that a refreshed list stays filtered.
        boolean byForm = event.has("filter") || !event.has("show");
        return new Show(Filter.of(texts(byForm ? event.at("/widgetContext/forms/all") : event.path("show"))));
    }

    private static Wish open(JsonNode task) {
        Optional<AccountName> account = AccountName.parse(
                task.path("provider").asText() + "/" + task.path("account").asText());
        return account.isEmpty() || !task.path("taskId").isTextual()
                ? new Unclear("open must have the texts provider, account and taskId of a task.")
                : new Open(account.get(), task.path("taskId").asText());
    }

    private static Map<String, String> texts(JsonNode fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
