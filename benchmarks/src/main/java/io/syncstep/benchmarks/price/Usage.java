package io.syncstep.benchmarks.price;

import io.syncstep.benchmarks.execution.Work;
import io.syncstep.local.engine.Execution;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one execution used of what AWS bills. */
record Usage(double transitions, double checks, double calls, double gigabyteSeconds) {

    /** The memory of each function in template.yaml, in MB. */
    static final int MEMORY = 512;

    /** At this memory, the share of a processor that a function has: one comes with 1,769 MB. */
    private static final double PROCESSOR = MEMORY / 1769.0;

    /** What a provider takes to answer, in seconds. An assumption, and most of what is billed. */
    static final double ANSWER = 0.3;

    static Usage of(Execution execution, Work work) {
        double seconds = work.seconds() / PROCESSOR + work.requests() * ANSWER;
        return new Usage(execution.transitions(), checks(execution), work.calls(), seconds * MEMORY / 1024);
    }

    private static double checks(Execution execution) {
        if (execution.output() == null) {
            throw new IllegalStateException("the execution ended in " + execution.error() + ": " + execution.cause());
        }
        return execution.output().path("checks").asInt();
    }

    static Usage mean(List<Usage> usages) {
        return new Usage(
                mean(usages, Usage::transitions),
                mean(usages, Usage::checks),
                mean(usages, Usage::calls),
                mean(usages, Usage::gigabyteSeconds));
    }

    private static double mean(List<Usage> usages, ToDoubleFunction<Usage> figure) {
        return usages.stream().mapToDouble(figure).average().orElseThrow();
    }
}
