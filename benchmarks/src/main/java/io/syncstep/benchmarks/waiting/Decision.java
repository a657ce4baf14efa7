package io.syncstep.benchmarks.waiting;

import io.syncstep.sync.PastDurations;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How long it takes to decide when to look next: estimate and plan, made anew as each call of the function does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Decision {

    private int number;

    /** Of a run that has gone on for up to five minutes, which is what its past runs took. */
    @Benchmark
    public double decide() {
        number++;
        PastDurations past = new PastDurations(List.of(300L + number % 1_000, 310L, 290L, 305L));
        return Syncstep.withHistory().before(new Situation(past, 0, number)).next(number % 300, 0);
    }

    /** The mean, in a JVM of its own; in five spells of so long, after as many to warm up. */
    static double milliseconds(TimeValue spell) {
        var options = new OptionsBuilder()
                .include(Decision.class.getName())
                .forks(1)
                .warmupIterations(5)
                .warmupTime(spell)
                .measurementIterations(5)
                .measurementTime(spell)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Djmh.ignoreLock=true")
                .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new IllegalStateException("a decision could not be measured", e);
        }
    }
}
