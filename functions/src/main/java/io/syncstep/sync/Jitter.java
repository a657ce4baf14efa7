package io.syncstep.sync;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Spreads checks, so that a thousand syncs which a schedule started at midnight do not knock at the provider together,
 * again and again. It follows from the task, the start of its execution and the number of the check alone: the same call
 * gives the same answer.
 *
 * @param share -1..1
 */
public record Jitter(double share) {

    public static final Jitter NONE = new Jitter(0);

    private static final double HALF_OF_ALL = 1L << 31;

    public static Jitter of(Request request, Execution execution, int check) {
        CRC32 mixed = new CRC32();
        mixed.update((request.account() + "/" + request.task() + "/" + execution.startedAt() + "#" + check)
                .getBytes(StandardCharsets.UTF_8));
        return new Jitter(mixed.getValue() / HALF_OF_ALL - 1);
    }
}
