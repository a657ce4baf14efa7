package io.syncstep.local.page;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.words.Progress;
import io.syncstep.local.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution that was started here: listens to it on the thread that plays it, and is looked at from others. Of its steps it keeps
 * the latest, and how many there were before.
 */
final class Run implements Listener {

    private static final int MOST_STEPS = 300;

    private final String name;
    private final Order order;
    private final Clock clock;
    private final Instant startedAt;
    private final Deque<Step> steps = new ArrayDeque<>();
    private int forgotten;
    private String state = "Starting";
    private @Nullable Instant waitsUntil;
    private Progress progress = Progress.in(MissingNode.getInstance());
    private int checks;
    private @Nullable String runId;
    private @Nullable End end;

    /** @param clock the time that the execution lives in */
    Run(String name, Order order, Clock clock) {
        this.name = name;
        this.order = order;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    String name() {
        return name;
    }

    Order order() {
        return order;
    }

    @Override
    public synchronized void on(Event event) {
        switch (event) {
            case Entered entered -> entered(entered);
            case Retried retried -> step(retried.state(), "once more");
            case Exited ignored -> {}
        }
    }

    private void entered(Entered entered) {
        var told = Progress.in(entered.data());
        var news = told.equals(progress) ? "" : told.words().orElse("");
        var waiting = entered.waiting();
        waitsUntil = waiting == null ? null : clock.instant().plus(waiting);
        state = entered.state();
        progress = told;
        checks = entered.data().at("/sync/run/watch/checks").asInt(checks);
        runId = entered.data().at("/sync/run/runId").asText(runId);
        step(state, ((waiting == null ? "" : Words.duration(waiting)) + " " + news).strip());
    }

    private void step(String what, String detail) {
        steps.addLast(new Step(elapsed(), what, detail));
        if (steps.size() > MOST_STEPS) {
            steps.removeFirst();
            forgotten++;
        }
    }

    synchronized void ended(Execution execution) {
        end = End.of(execution, elapsed());
    }

    synchronized void broke(String what) {
        end = End.broken(what, elapsed());
    }

    synchronized boolean isOver() {
        return end != null;
    }

    synchronized Look look() {
        var elapsed = end == null ? elapsed() : end.took();
        return new Look(
                name,
                order,
                startedAt,
                elapsed,
                state,
                waitsUntil == null ? null : Duration.between(clock.instant(), waitsUntil),
                progress,
                checks,
                runId,
                List.copyOf(steps),
                forgotten,
                end);
    }

    private Duration elapsed() {
        return Duration.between(startedAt, clock.instant());
    }
}
