package io.syncstep.sync;

import java.time.Duration;

/** What a person is told where nothing was started, or where nobody knows whether something was. */
final class StartMessages {

    private StartMessages() {}

    static String notStarted(Sync sync, Refusal refusal) {
        return sync.task() + " was not started. " + sync.provider().name() + " answered "
                + Phrases.sentence(refusal.words()) + " " + Phrases.advice(sync, refusal.error());
    }

    static String noSuchTask(Sync sync) {
        return sync.task() + " was not started: Not Found, the account has none of that name. Check the name, and that"
                + " the account is the one that has it.";
    }

    static String notStarted(Sync sync, Trouble trouble, int tries) {
        return sync.task() + " was not started: it could not be looked up in " + tries + " tries. Last trouble: "
                + Phrases.words(trouble) + ". Start it again when that has passed.";
    }

    static String throttled(Sync sync, Trouble trouble, Duration pause) {
        return sync.task() + " was not started: " + sync.provider().name() + " answered " + trouble.what()
                + ", and the next try, in " + Phrases.words(pause) + ", would be past the limit of "
                + Phrases.words(sync.request().timeout()) + ". Start it at a quieter time.";
    }

    static String unreachable(Sync sync, Trouble trouble, int calls) {
        return sync.task() + " was not started: " + sync.provider().name() + " could not be reached in " + calls
                + " calls. Last trouble: " + Phrases.words(trouble) + ". Start it again when it can be.";
    }

    static String tooLateToStart(Sync sync) {
        return sync.task() + " was not started: the limit of "
                + Phrases.words(sync.request().timeout()) + " had passed before. Raise timeoutSeconds.";
    }

    static String alreadyRunning(Sync sync, Run run) {
        return sync.task() + " was not started: "
                + (run.runId() == null ? "a run of it" : "run " + run.runId()) + " is in progress. Start it later,"
                + " or ask for ifRunning attach to follow that run.";
    }

    static String severalRuns(Sync sync, Doubt doubt, Sighting.Several several) {
        return lost(sync, doubt) + " Since then runs " + String.join(", ", several.runIds())
                + " were created, and nothing tells which is ours. Look at them before starting again.";
    }

    static String unlistable(Sync sync, Doubt doubt) {
        return lost(sync, doubt) + " " + sync.provider().name() + " does not list runs of a "
                + sync.request().task().noun() + ", so look there whether one was started before starting again.";
    }

    static String neverShowed(Sync sync, Doubt doubt) {
        return lost(sync, doubt)
                + " No run of it showed since. One may still come up: look there before starting again.";
    }

    static String lookUpFailed(Sync sync, Doubt doubt, String what) {
        return lost(sync, doubt) + " Looking it up failed " + doubt.looks() + " times, last with " + what
                + ". A run may be in progress: look there before starting again.";
    }

    static String startFailed(Sync sync, Run run, Doubt doubt) {
        return sync.task() + " was not started. " + sync.provider().name() + " answered " + doubt.what()
                + " to the start call"
                + (run.start().calls() > 1 ? ", " + run.start().calls() + " calls in all" : "")
                + ", and no run showed within a minute. Start it again when the provider is well.";
    }

    static String mayGoOn(Sync sync, Doubt doubt) {
        return lost(sync, doubt) + " A run may be in progress, and "
                + sync.provider().name() + " has no call to stop one: look there.";
    }

    private static String lost(Sync sync, Doubt doubt) {
        return "The answer to the start call of " + sync.task() + " was lost (" + doubt.what() + ").";
    }
}
