package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import io.syncstep.overview.AccountName;
import io.syncstep.page.Actions;
import io.syncstep.page.Control;
import io.syncstep.page.Filter;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a widget of CloudWatch can do: call a function. A task opens before the dashboard, where its refreshing does not close
 * it.
 *
 * @param endpoint the ARN under which the function was called
 * @param names a new name for an execution at each call
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_interactivity.html">
 *     AWS's page</a>
 */
record WidgetActions(String endpoint, Supplier<String> names) implements Actions {

    @Override
    public Control open(AccountName account, String taskId) {
        ObjectNode call = object();
        call.putObject("open")
                .put("provider", account.provider().word())
                .put("account", account.account())
                .put("taskId", taskId);
        return call(call, true);
    }

    @Override
    public @Nullable Control back() {
        return null;
    }

    @Override
    public @Nullable Control run(AccountName account, String taskId, boolean fullResync) {
        return StartRequest.of(account, taskId, fullResync)
                .map(request -> start(names.get(), request))
                .orElse(null);
    }

    /** Starts an execution under this name. */
    Control start(String name, JsonNode request) {
        return call(object().put("name", name).<ObjectNode>set("start", request), true);
    }

    @Override
    public Control filter() {
        return call(object().put("filter", true), false);
    }

    @Override
    public Control show(Filter filter) {
        ObjectNode call = object();
        ObjectNode fields = call.putObject("list");
        for (Map.Entry<String, String> field : filter.fields().entrySet()) {
            fields.put(field.getKey(), field.getValue());
        }
        return call(call, false);
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    /** Without any character of HTML: nobody says whether CloudWatch takes this as markup or as text. */
    private Control call(ObjectNode event, boolean popup) {
        String json = event.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027");
        return new Control.Call(endpoint, json, popup);
    }
}
