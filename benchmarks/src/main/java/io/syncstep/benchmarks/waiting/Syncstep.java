package io.syncstep.benchmarks.waiting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.hightouch.Hightouch;
import io.syncstep.json.RequestParser;
import io.syncstep.sync.CheckCost;
import io.syncstep.sync.DurationEstimate;
import io.syncstep.sync.Execution;
import io.syncstep.sync.Jitter;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.PollSchedule;
import io.syncstep.sync.Request;
import java.time.Duration;
import java.time.Instant;

/** The schedule of the product, with the bounds that a Hightouch sync has by default, its whole seconds and its jitter. */
final class Syncstep {

    private static final Request REQUEST = request(1);

    private Syncstep() {}

    /** What a provider tells of the progress of a run at some age, as a share of its work. */
    interface Progress {
        double at(double age, double duration);
    }

    static Schedule.Planner withHistory() {
        return situation -> schedule(DurationEstimate.like(situation.past()), situation);
    }

    static Schedule.Planner withoutHistory() {
        return situation -> schedule(DurationEstimate.like(PastDurations.NONE), situation);
    }

    static Schedule.Planner told(Progress progress) {
        return situation -> (elapsed, check) -> {
            Duration age = age(elapsed);
            DurationEstimate estimate =
                    DurationEstimate.like(situation.past()).told(progress.at(elapsed, situation.duration()), age);
            return schedule(estimate, situation).next(elapsed, check);
        };
    }

    private static Schedule schedule(DurationEstimate estimate, Situation situation) {
        return schedule(estimate, REQUEST, new Execution("", "", Instant.EPOCH.plusMillis(situation.number())));
    }

    static Schedule schedule(DurationEstimate estimate, Request request, Execution execution) {
        return (elapsed, check) -> {
            Jitter jitter = Jitter.of(request, execution, check);
            PollSchedule schedule = new PollSchedule(request, Hightouch.PACE, CheckCost.USUAL, jitter);
            Duration wait = schedule.next(estimate, age(elapsed), age(elapsed));
            // The state machine waits whole seconds, rounded up.
            return wait.plusNanos(999_999_999).toSeconds();
        };
    }

    static Request request(int syncId) {
        return RequestParser.parse(JsonNodeFactory.instance
                .objectNode()
                .put("provider", "hightouch")
                .put("syncId", syncId));
    }

    private static Duration age(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}
