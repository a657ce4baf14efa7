package io.syncstep.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Executions that up to ten faults strike at random. {@code -Dfaults.executions=N} plays more of them,
 * {@code -Dfaults.seed=N} others.
 */
class RandomFaultsTest {

    private static final int EXECUTIONS = Integer.getInteger("faults.executions", 2000);
    private static final long SEED = Long.getLong("faults.seed", 1);

    @Test
    void whateverStrikesNoRunIsStartedTwiceNoSuccessIsFalseAndNoHealthyRunFails() {
        System.out.println("faults.seed=" + SEED + " faults.executions=" + EXECUTIONS);
        Plans plans = new Plans(SEED);
        Workers.each(IntStream.range(0, EXECUTIONS).boxed().toList(), number -> prove(number, plans.number(number)));
    }

    private static void prove(int number, Plan plan) {
        broken(plan).ifPresent(failure -> {
            Plan least = shrunk(plan);
            AssertionError smaller = broken(least).orElse(failure);
            throw new AssertionError(
                    "seed " + SEED + ", execution " + number + ": " + smaller.getMessage() + "\n" + least, smaller);
        });
    }

    private static Optional<AssertionError> broken(Plan plan) {
        Played played = plan.play();
        try {
            new Promises(plan, played).hold();
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of(new AssertionError(broken.getMessage() + "\n" + played, broken));
        }
    }

    /** The plan without the faults that it doesn't take. */
    private static Plan shrunk(Plan plan) {
        for (Strike strike : plan.strikes()) {
            List<Strike> fewer = new ArrayList<>(plan.strikes());
            fewer.remove(strike);
            Plan smaller = plan.with(fewer);
            if (broken(smaller).isPresent()) {
                return shrunk(smaller);
            }
        }
        return plan;
    }
}
