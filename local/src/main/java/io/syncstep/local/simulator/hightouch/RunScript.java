package io.syncstep.local.simulator.hightouch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a run from its creation on.
 *
 * @param queued how long it waits when nothing is in front of it; default 3 s
 * @param steps the statuses after that, in order; default querying 5 s, processing 11 s, reporting 5 s
 * @param end the final status; null for a run that stays in its last step for ever
 * @param done how much of the work is done at the end, 0..1
 * @param planned the rows that are to be written
 * @param failed those of them that will be rejected
 * @param error the text of {@code error} from the end on
 * @param listedAfter how long after its creation the run appears in lists; default 6 s, so that a first look misses it
 * @param resumption the run in which an interrupted one goes on
 */
public record RunScript(
        Duration queued,
        List<Step> steps,
        @Nullable String end,
        double done,
        Rows planned,
        Rows failed,
        @Nullable String error,
        Duration listedAfter,
        Optional<Resumption> resumption) {

    private static final List<Step> USUAL_STEPS =
            List.of(Step.of("querying", 5), Step.of("processing", 11), Step.of("reporting", 5));

    /** The run that takes up an interrupted one. Nothing in the answers links the two. */
    public record Resumption(Duration after, RunScript script) {}

    /** The usual course of 24 s, which ends like this with everything done: {@code success}, {@code warning}. */
    public static RunScript ending(String end) {
        return new RunScript(
                Duration.ofSeconds(3),
                USUAL_STEPS,
                end,
                1,
                new Rows(773, 41, 6),
                Rows.NONE,
                null,
                Duration.ofSeconds(6),
                Optional.empty());
    }

    /** A run that ends {@code success} after this time in all. */
    public static RunScript succeedingAfter(Duration total) {
        Duration queued = total.dividedBy(8);
        var working = new Step("processing", total.minus(queued));
        return ending("success").with(List.of(working)).queuedFor(queued);
    }

    public RunScript with(List<Step> otherSteps) {
        return new RunScript(queued, otherSteps, end, done, planned, failed, error, listedAfter, resumption);
    }

    public RunScript queuedFor(Duration time) {
        return new RunScript(time, steps, end, done, planned, failed, error, listedAfter, resumption);
    }

    public RunScript endless() {
        return new RunScript(queued, steps, null, done, planned, failed, error, listedAfter, resumption);
    }

    /** It stops at this share of the work. */
    public RunScript doneTo(double share) {
        return new RunScript(queued, steps, end, share, planned, failed, error, listedAfter, resumption);
    }

    public RunScript withRows(Rows plannedRows, Rows failedRows) {
        return new RunScript(queued, steps, end, done, plannedRows, failedRows, error, listedAfter, resumption);
    }

    public RunScript withError(String text) {
        return new RunScript(queued, steps, end, done, planned, failed, text, listedAfter, resumption);
    }

    public RunScript listedAfter(Duration time) {
        return new RunScript(queued, steps, end, done, planned, failed, error, time, resumption);
    }

    public RunScript resumedAfter(Duration time, RunScript script) {
        var next = Optional.of(new Resumption(time, script));
        return new RunScript(queued, steps, end, done, planned, failed, error, listedAfter, next);
    }

    Duration working() {
        return steps.stream().map(Step::lasts).reduce(Duration.ZERO, Duration::plus);
    }
}
