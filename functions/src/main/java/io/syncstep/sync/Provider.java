package io.syncstep.sync;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One task at one provider. Every method sends its calls once (once more after a 401, with the credential that is stored by then), takes at most some 20 s, and tells what came of it;
 * what to make of that is decided here in {@code sync}, for all providers alike.
 */
public interface Provider {

    /** What holds for all runs of such a task. */
    Profile profile();

    /** The provider's name as a person writes it: {@code Hightouch}. */
    default String name() {
        return profile().name();
    }

    /** How often its runs are checked where the request does not say. */
    default Pace pace() {
        return profile().pace();
    }

    /** What {@link #stop} would stop. */
    default StopCall stopCall() {
        return profile().stopCall();
    }

    /** Whether a run can be found while it is queued or going; otherwise it shows once it has ended, or never. */
    default boolean listsRunsInProgress() {
        return profile().listsRunsInProgress();
    }

    /**
     * Looks up the task's id and, unless a run may queue, a run in progress. Empty when the provider knows no such task.
     * Reads only.
     */
    Read<Optional<Prepared>> prepare();

    /** The page of the run for a person, or null where none is known. */
    default @Nullable String page(Run run) {
        return null;
    }

    /** Sends the start call, once. */
    StartAnswer start(Run run);

    /** Looks for the run of a start call whose answer was lost; {@link Run#start()} has the doubt. Reads only. */
    Sighting find(Run run);

    /** Looks how the run stands. Reads only. */
    Look look(Run run);

    /** The same at the deadline, when no later look can correct what an answer from a moment ago left out. */
    default Look lastLook(Run run) {
        return look(run);
    }

    /** Sends the stop call. */
    StopAnswer stop(Run run);
}
