package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long the last runs of a task took that came to a good end, from their start to their end. Failed, cancelled and
 * interrupted runs are left out by whoever makes the list: they ended for other reasons than that the work was done.
 *
 * <p>It travels in the state of the execution and comes from strangers, so it is cut rather than refused: the 20 newest,
 * and nothing that is shorter than a second or longer than a week.
 *
 * @param seconds whole seconds, the newest run first
 */
public record PastDurations(List<Long> seconds) {

    public static final PastDurations NONE = new PastDurations(List.of());

    private static final int MOST = 20;
    private static final long LONGEST = Duration.ofDays(7).toSeconds();

    public PastDurations {
        seconds = seconds == null
                ? List.of()
                : seconds.stream()
                        .filter(Objects::nonNull)
                        .filter(taken -> taken >= 1 && taken <= LONGEST)
                        .limit(MOST)
                        .toList();
    }

    /** With the run before those, which began and ended then; unchanged where either is not known. */
    public PastDurations then(@Nullable Instant start, @Nullable Instant end) {
        if (start == null || end == null || end.isBefore(start)) {
            return this;
        }
        List<Long> longer = new ArrayList<>(seconds);
        longer.add(Math.max(1, Math.round(Duration.between(start, end).toMillis() / 1000.0)));
        return new PastDurations(longer);
    }

    boolean isEmpty() {
        return seconds.isEmpty();
    }
}
