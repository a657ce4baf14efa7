package io.syncstep.local.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** How time passes for an execution. */
public interface Time {

    /** What the execution, and those who should agree with it, take for the time. */
    Clock clock();

    /**
     * Lets time pass until the next answer of a task or until {@code timer}, whichever comes first.
     *
     * @param running how many tasks are at work just now
     * @param timer when the next timer is due; null when none is set
     * @return the answer, or null when the timer is due
     */
    <A> @Nullable A pass(BlockingQueue<A> answers, int running, @Nullable Instant timer) throws InterruptedException;
}
