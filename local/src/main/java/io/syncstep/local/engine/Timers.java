package io.syncstep.local.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What {@code setTimeout} has set and {@code clearTimeout} has not taken back. */
final class Timers {

    private record Timer(int id, Instant due) {}

    // Of two that are due at the same instant, the one that was set first goes first.
    private final PriorityQueue<Timer> queue =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparingInt(Timer::id));
    private final Map<Integer, Timer> byId = new HashMap<>();

    void set(int id, Instant due) {
        var timer = new Timer(id, due);
        queue.add(timer);
        byId.put(id, timer);
    }

    void clear(int id) {
        var timer = byId.remove(id);
        if (timer != null) {
            queue.remove(timer);
        }
    }

    @Nullable
    Instant next() {
        var timer = queue.peek();
        return timer == null ? null : timer.due();
    }

    /** Takes the timer that is due first. */
    int take() {
        var timer = queue.remove();
        byId.remove(timer.id());
        return timer.id();
    }
}
