package io.syncstep.sync;

/** What a person is told where a run was to be stopped. */
final class StopMessages {

    /** How a time-out ends when the answer to the stop call was lost on the way. */
    static final String STOP_NOT_CONFIRMED = "It was asked to stop, and whether it did is not known: look there.";

    private StopMessages() {}

    static String whyNotStopped(Sync sync, Run run) {
        if (run.watch().hadEndedAt() != null) {
            return endedUnseen(sync);
        }
        String goesOn = "The run goes on in " + sync.provider().name() + ": ";
        if (sync.provider().stopCall() == StopCall.NONE) {
            return goesOn + "it has no call to stop one.";
        }
        if (!sync.request().stopOnTimeout()) {
            return goesOn + "stopOnTimeout is false.";
        }
        if (run.attached()) {
            return goesOn + "somebody else started it, so it was not stopped.";
        }
        return goesOn + "it was not stopped, as the last look did not show that what runs there is ours.";
    }

    static String endedUnseen(Sync sync) {
        return "It had ended by the time it was to be stopped: look in "
                + sync.provider().name() + " how.";
    }

    static String stopFailed(Sync sync, StopAnswer.NotStopped not) {
        return "It was not stopped: " + not.why() + ". Look in "
                + sync.provider().name() + " whether it may go on.";
    }

    static String stoppedAfter(Sync sync, Run run, Abort abort) {
        return sync.subject(run) + " was stopped in " + sync.provider().name() + ", as its execution " + abort.words()
                + ".";
    }

    static String hadEnded(Sync sync, Run run) {
        return sync.subject(run) + " had ended before it could be stopped: look in "
                + sync.provider().name() + " how." + Phrases.link(run.watch().facts());
    }

    static String goesOn(Sync sync, Run run, String why) {
        return sync.subject(run) + " goes on in " + sync.provider().name() + ": " + why + "."
                + Phrases.link(run.watch().facts());
    }
}
