package io.syncstep.benchmarks.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.benchmarks.execution.Machine;
import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Executions that all begin at the same instant. */
final class Crowd {

    private final Machine machine;
    private final Definition all;
    private int syncs = 100_000;

    Crowd(Machine machine) throws IOException {
        this.machine = machine;
        try (InputStream definition = Objects.requireNonNull(Crowd.class.getResourceAsStream("crowd.asl.json"))) {
            all = Definition.parse(new String(definition.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Seconds of the real clock until so many at once have ended, each with a sync and a run of its own. */
    double seconds(int size) {
        JsonNode requests = requests(size);
        long began = System.nanoTime();
        Execution ended = machine.run(all, requests);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (ended.output() == null || ended.output().size() != size) {
            throw new IllegalStateException("the crowd ended in " + ended.error() + ": " + ended.cause());
        }
        return seconds;
    }

    private JsonNode requests(int size) {
        var input = JsonNodeFactory.instance.objectNode();
        var requests = input.putArray("requests");
        for (int i = 0; i < size; i++) {
            requests.addObject().put("provider", "hightouch").put("syncId", ++syncs);
        }
        return input;
    }
}
