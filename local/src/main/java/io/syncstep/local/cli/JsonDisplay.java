package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Json;
import io.syncstep.sync.ProviderName;

/** One JSON object on standard output when all is over, for programs. */
record JsonDisplay(World world) implements Display {

    @Override
    public void simulated(ProviderName provider) {
        world.err().println(Notices.simulated(provider));
    }

    @Override
    public void on(Event event) {}

    @Override
    public void ended(Execution execution) {
        world.out().println(json(execution));
    }

    @Override
    public void close() {}

    private static ObjectNode json(Execution execution) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("status", execution.status().name());
        if (execution.output() != null) {
            json.set("output", execution.output());
        }
        if (execution.error() != null) {
            json.put("error", execution.error());
        }
        if (execution.cause() != null) {
            json.set("cause", cause(execution.cause()));
        }
        json.put("transitions", execution.transitions());
        json.put("waitedSeconds", execution.waitedSeconds());
        execution.waits().forEach(json.putArray("waits")::add);
        return json;
    }

    /** As an object where it is the text of one, as those of this project are; else as the text that it is. */
    static JsonNode cause(String cause) {
        try {
            var json = Json.read(cause);
            return json.isObject() ? json : TextNode.valueOf(cause);
        } catch (IllegalArgumentException notJson) {
            return TextNode.valueOf(cause);
        }
    }
}
