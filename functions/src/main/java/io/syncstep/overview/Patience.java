package io.syncstep.overview;

import io.syncstep.http.TimeBudget;
import io.syncstep.sync.Read;
import io.syncstep.sync.Trouble;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks for something that may be asked again at most twice more, after a pause that doubles, or as long as the provider asks
 * for. A pause that would take more than half of the time that is left is not worth it: somebody waits for the overview. It
 * sleeps, as nothing else in a function does: behind an overview there is no state machine that could wait instead. What it counts are
 * calls of {@link io.syncstep.http.Http}, of which each may be two requests where the other side closes connections without an answer.
 *
 * @param pause before the first repeat
 * @param budget the time for the whole account
 */
public record Patience(Duration pause, TimeBudget budget) {

    private static final int REPEATS = 2;

    /** The usual one: pauses of 0.4 s and 0.8 s. */
    public Patience(TimeBudget budget) {
        this(Duration.ofMillis(400), budget);
    }

    <T> Read<T> ask(Supplier<Read<T>> read) {
        Read<T> answer = read.get();
        Duration wait = pause;
        for (int repeat = 0; repeat < REPEATS && answer instanceof Read.Unanswered<T> no; repeat++) {
            if (!waited(no.trouble(), wait)) {
                return answer;
            }
            answer = read.get();
            wait = wait.multipliedBy(2);
        }
        return answer;
    }

    private boolean waited(Trouble trouble, Duration usual) {
        Duration wait = trouble.retryAfter() == null ? usual : trouble.retryAfter();
        if (wait.multipliedBy(2).compareTo(budget.left()) > 0) {
            return false;
        }
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException stopped) {
            // The time for the account is up: what was read so far stands.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
