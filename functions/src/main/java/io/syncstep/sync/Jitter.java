package io.syncstep.sync;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * Spreads checks, so that a thousand syncs which a schedule started at midnight do not knock at the provider together,
 * again and again. It follows from the task, the start of its execution and the number of the check alone: the same call
 * gives the same answer.
 *
 * @param share 0..1, without 1
 */
public record Jitter(double share) {

    /** Bits that the number of a check does not reach. */
    private static final int CHECKS = 32;

    public Jitter {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share must be 0..1, without 1, got " + share);
        }
    }

    public static Jitter of(Request request, Execution execution, int check) {
        CRC32 task = new CRC32();
        task.update((request.account() + "/" + request.task() + "/" + execution.startedAt())
                .getBytes(StandardCharsets.UTF_8));
        // Mixed, since two tasks that come together at one check would otherwise do so at the next as well.
        return new Jitter(new SplittableRandom((task.getValue() << CHECKS) + check).nextDouble());
    }

    /** One of the whole numbers from the first to the last, each as likely as the others. */
    long among(long first, long last) {
        return first + (long) (share * (last - first + 1));
    }
}
