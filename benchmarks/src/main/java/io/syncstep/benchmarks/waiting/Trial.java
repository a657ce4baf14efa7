package io.syncstep.benchmarks.waiting;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Many runs of one task, each waited for by a schedule that knows the runs before it.
 *
 * @param runs how many
 * @param history how many runs are known before each
 * @param changed by what the run of that age was longer than usual
 */
record Trial(int runs, int history, DoubleUnaryOperator changed) {

    private static final long SEED = 1963;

    Trial(int runs, int history) {
        this(runs, history, age -> 1);
    }

    /** The mean cost; the same runs, and the same history, for each schedule. */
    Cost of(Cell cell, Schedule.Planner planner) {
        return IntStream.range(0, runs)
                .parallel()
                .mapToObj(number -> cost(situation(cell, number), planner))
                .reduce(Cost.NONE, Cost::plus)
                .dividedBy(runs);
    }

    /** The costs of runs that take exactly the median. */
    List<Cost> ofTheUsualRun(Cell cell, Schedule.Planner planner) {
        return IntStream.range(0, runs)
                .parallel()
                .mapToObj(number -> situation(cell, number))
                .map(situation -> new Situation(situation.past(), cell.median(), situation.number()))
                .map(situation -> cost(situation, planner))
                .toList();
    }

    private Situation situation(Cell cell, int number) {
        return Situation.of(cell, history, changed, new SplittableRandom(SEED + number), number);
    }

    private static Cost cost(Situation situation, Schedule.Planner planner) {
        return planner.before(situation).of(situation.duration());
    }
}
