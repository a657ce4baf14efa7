package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.words.Said;
import io.syncstep.sync.ProviderName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One JSON object on standard output when all is over, for programs. What it counts are the execution's own steps and those of
 * the executions that it started.
 */
final class JsonDisplay implements Display {

    private final World world;
    private final List<Execution> started = new ArrayList<>();

    JsonDisplay(World world) {
        this.world = world;
    }

    @Override
    public void childEnded(String name, Execution ended) {
        started.add(ended);
    }

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

    private ObjectNode json(Execution execution) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("status", execution.status().name());
        if (execution.output() != null) {
            json.set("output", execution.output());
        }
        if (execution.error() != null) {
            json.put("error", execution.error());
        }
        if (execution.cause() != null) {
            json.set("cause", Said.cause(execution.cause()));
        }
        json.put("transitions", all(execution).mapToInt(Execution::transitions).sum());
        json.put(
                "waitedSeconds",
                all(execution).mapToLong(Execution::waitedSeconds).sum());
        var waits = json.putArray("waits");
        all(execution).flatMap(each -> each.waits().stream()).forEach(waits::add);
        return json;
    }

    private Stream<Execution> all(Execution execution) {
        return Stream.concat(Stream.of(execution), started.stream());
    }
}
