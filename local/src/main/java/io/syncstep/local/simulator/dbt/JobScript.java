package io.syncstep.local.simulator.dbt;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a run from its creation on.
 *
 * @param queued how long it waits when nothing is in front of it; default 3 s
 * @param steps the statuses after that, in order; default starting 4 s, running 17 s
 * @param end the last status; null for a run that stays in its last step for ever
 * @param message the text of {@code status_message} from the end on
 * @param listedAfter how long after its creation the run is to be seen; until then it is in no list, and 404; default 6 s
 * @param misleads whether everything beside {@code status} tells the opposite: {@code is_complete}, {@code is_success} …
 */
public record JobScript(
        Duration queued,
        List<Step> steps,
        @Nullable JobEnd end,
        @Nullable String message,
        Duration listedAfter,
        boolean misleads) {

    /** The usual course of 24 s, which ends like this. */
    public static JobScript ending(JobEnd end) {
        List<Step> steps = List.of(Step.of(2, "Starting", 4), Step.of(3, "Running", 17));
        return new JobScript(Duration.ofSeconds(3), steps, end, null, Duration.ofSeconds(6), false);
    }

    /** A run that ends like this after this time in all. */
    public static JobScript endingAfter(JobEnd end, Duration total) {
        Duration wait = total.dividedBy(8);
        return ending(end)
                .with(List.of(new Step(3, "Running", total.minus(wait))))
                .queuedFor(wait);
    }

    public JobScript with(List<Step> otherSteps) {
        return new JobScript(queued, otherSteps, end, message, listedAfter, misleads);
    }

    public JobScript queuedFor(Duration time) {
        return new JobScript(time, steps, end, message, listedAfter, misleads);
    }

    public JobScript endless() {
        return new JobScript(queued, steps, null, message, listedAfter, misleads);
    }

    public JobScript saying(String text) {
        return new JobScript(queued, steps, end, text, listedAfter, misleads);
    }

    public JobScript listedAfter(Duration time) {
        return new JobScript(queued, steps, end, message, time, misleads);
    }

    public JobScript misleading() {
        return new JobScript(queued, steps, end, message, listedAfter, true);
    }

    Duration working() {
        return steps.stream().map(Step::lasts).reduce(Duration.ZERO, Duration::plus);
    }
}
