package io.syncstep.benchmarks.price;

import io.syncstep.benchmarks.execution.Machine;
import io.syncstep.benchmarks.execution.Work;
import io.syncstep.local.simulator.hightouch.RunScript;
import java.time.Duration;
import java.util.Random;

/** Executions of the state machine, each for a sync of its own. */
final class Trial {

    /** How past durations spread, log-normal: a task that is neither steady nor wild. */
    private static final double SPREAD = 0.35;

    private final Machine machine;
    private final Random random = new Random(1);
    private int syncs = 100_000;

    Trial(Machine machine) {
        this.machine = machine;
    }

    /** The mean of so many executions (one, at a fixed pace), each of a run that takes exactly this long. */
    Usage of(Pace pace, Duration duration, int executions) {
        return Usage.mean(pace.executions(executions)
                .mapToObj(number -> one(pace, duration))
                .toList());
    }

    private Usage one(Pace pace, Duration duration) {
        String syncId = Integer.toString(++syncs);
        remember(pace.pastRuns(), syncId, duration);
        machine.hightouch().play(syncId, RunScript.succeedingAfter(duration));
        Work before = machine.work();
        var execution = machine.run(pace.request(syncId));
        return Usage.of(execution, machine.work().minus(before));
    }

    private void remember(int pastRuns, String syncId, Duration usual) {
        for (int ago = pastRuns; ago > 0; ago--) {
            double factor = Math.exp(SPREAD * random.nextGaussian());
            var took = Duration.ofSeconds(Math.round(usual.toSeconds() * factor));
            var createdAt = machine.clock().instant().minus(Duration.ofDays(ago));
            machine.hightouch().addRun(syncId, createdAt, RunScript.succeedingAfter(took));
        }
    }
}
