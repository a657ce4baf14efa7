package io.syncstep.benchmarks.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.lambda.Functions;
import java.util.concurrent.atomic.LongAdder;

/** Functions, with how often they were called and how long they took. */
final class CountedFunctions implements Functions {

    private final Functions functions;
    private final LongAdder calls = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    CountedFunctions(Functions functions) {
        this.functions = functions;
    }

    @Override
    public FunctionAnswer invoke(String name, JsonNode payload) {
        long began = System.nanoTime();
        try {
            return functions.invoke(name, payload);
        } finally {
            calls.increment();
            nanos.add(System.nanoTime() - began);
        }
    }

    long calls() {
        return calls.sum();
    }

    /** Their own work and the simulator's, on the real clock. */
    double seconds() {
        return nanos.sum() / 1e9;
    }
}
