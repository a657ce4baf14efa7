package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person is told: what was asked, what came back, what to do next. Never a secret. */
final class Messages {

    /** How a time-out ends when the answer to the stop call was lost on the way. */
    static final String STOP_NOT_CONFIRMED = "It was asked to stop, and whether it did is not known: look there.";

    private Messages() {}

    static String notStarted(Sync sync, Refusal refusal) {
        return sync.task() + " was not started. " + sync.provider().name() + " answered " + sentence(refusal.words())
                + " " + advice(sync, refusal.error());
    }

    private static String advice(Sync sync, SyncError error) {
        return switch (error) {
            case UNAUTHORIZED ->
                "Store a valid credential for " + sync.request().provider().word() + "/"
                        + sync.request().account() + ".";
            case NOT_FOUND -> "Check the id, and that the account is the one that has it.";
            default -> "Mend what it says. Where it does not say, look whether the credential's baseUrl is right.";
        };
    }

    static String noSuchTask(Sync sync) {
        return sync.task() + " was not started: Not Found, the account has none of that name. Check the name, and that"
                + " the account is the one that has it.";
    }

    static String notStarted(Sync sync, Trouble trouble, int tries) {
        return sync.task() + " was not started: it could not be looked up in " + tries + " tries. Last trouble: "
                + words(trouble) + ". Start it again when that has passed.";
    }

    static String throttled(Sync sync, Trouble trouble, Duration pause) {
        return sync.task() + " was not started: " + sync.provider().name() + " answered " + trouble.what()
                + ", and the next try, in " + words(pause) + ", would be past the limit of "
                + words(sync.request().timeout()) + ". Start it at a quieter time.";
    }

    static String unreachable(Sync sync, Trouble trouble, int calls) {
        return sync.task() + " was not started: " + sync.provider().name() + " could not be reached in " + calls
                + " calls. Last trouble: " + words(trouble) + ". Start it again when it can be.";
    }

    static String tooLateToStart(Sync sync) {
        return sync.task() + " was not started: the limit of "
                + words(sync.request().timeout()) + " had passed before. Raise timeoutSeconds.";
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

    private static String lost(Sync sync, Doubt doubt) {
        return "The answer to the start call of " + sync.task() + " was lost (" + doubt.what() + ").";
    }

    static String succeeded(Sync sync, Run run) {
        String rejected = rejected(run);
        return sync.subject(run) + " succeeded" + (rejected.isEmpty() ? "" : ", " + rejected)
                + (run.attached() ? ". It was in progress already, and was followed" : "") + "."
                + troubles(run.watch());
    }

    static String failed(Sync sync, Run run) {
        Facts facts = run.watch().facts();
        String rejected = rejected(run);
        return sync.subject(run) + " did not succeed. Its last status: " + orUnknown(facts.providerStatus())
                + (rejected.isEmpty() ? "" : ", " + rejected) + "." + said(sync, facts) + members(facts)
                + afterFailure(sync, facts) + link(facts);
    }

    private static String afterFailure(Sync sync, Facts facts) {
        if (!"warning".equals(facts.providerStatus())) {
            return " Mend what it names, then start it again.";
        }
        Long limit = sync.request().maxFailedRows();
        return limit == null
                ? " Mend the rejected rows, or let onWarning succeed or maxFailedRows tolerate them."
                : " maxFailedRows allows " + limit + (isKnown(facts) ? "." : ", and how many there were is not told.");
    }

    private static boolean isKnown(Facts facts) {
        return facts.rows() != null && facts.rows().rejected().isPresent();
    }

    static String cancelled(Sync sync, Run run) {
        Facts facts = run.watch().facts();
        return sync.subject(run) + " was stopped in " + sync.provider().name() + " before it had finished."
                + said(sync, facts) + " Start it again when that was not meant." + link(facts);
    }

    static String unknown(Sync sync, Run run) {
        Facts facts = run.watch().facts();
        return sync.subject(run) + " has ended, and " + sync.provider().name() + " no longer tells how."
                + said(sync, facts) + " Check the data, or start it again." + link(facts);
    }

    static String interrupted(Sync sync, Run run) {
        return sync.subject(run) + " was interrupted, and no run that resumes it appeared. Start it again."
                + link(run.watch().facts());
    }

    static String checkRefused(Sync sync, Run run, Refusal refusal) {
        return sync.subject(run) + " can no longer be checked. "
                + sync.provider().name() + " answered "
                + sentence(refusal.words()) + " " + whetherItGoesOn(refusal.error()) + " "
                + advice(sync, refusal.error())
                + link(run.watch().facts());
    }

    /** A provider that knows no such run does not say that it goes on. */
    private static String whetherItGoesOn(SyncError error) {
        return error == SyncError.NOT_FOUND ? "Whether the run goes on is not known." : "The run goes on.";
    }

    static String timedOut(Sync sync, Run run, String ending) {
        Watch watch = run.watch();
        return sync.subject(run) + " was not finished after "
                + words(sync.request().timeout()) + " ("
                + (watch.checks() == 1 ? "1 check" : watch.checks() + " checks") + "). " + lastSeen(watch) + ending
                + link(watch.facts());
    }

    private static String lastSeen(Watch watch) {
        Facts facts = watch.facts();
        Double ratio = facts.completionRatio();
        String status = "Last status: " + orUnknown(facts.providerStatus())
                + (ratio == null ? "" : ", " + Math.round(100 * ratio) + " %") + ". ";
        return watch.lastTrouble() == null ? status : status + troubles(watch).strip() + " ";
    }

    private static String troubles(Watch watch) {
        Trouble trouble = watch.lastTrouble();
        return trouble == null
                ? ""
                : " Checks that brought no answer: " + watch.troubles() + ", the last: " + words(trouble) + ".";
    }

    private static String members(Facts facts) {
        List<Member> members = facts.members();
        String bad = members == null
                ? ""
                : members.stream()
                        .filter(member -> !"success".equals(member.status()))
                        .limit(10)
                        .map(Messages::words)
                        .collect(Collectors.joining(", "));
        return bad.isEmpty() ? "" : " Not successful: " + bad + ".";
    }

    private static String words(Member member) {
        return "sync " + (member.taskId() == null ? "without an id" : member.taskId()) + " "
                + (member.status() == null ? "(its status is not told)" : member.status());
    }

    static String endedUnseen(Sync sync) {
        return "It had ended by the time it was to be stopped: look in "
                + sync.provider().name() + " how.";
    }

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
                + sync.provider().name() + " how." + link(run.watch().facts());
    }

    static String goesOn(Sync sync, Run run, String why) {
        return sync.subject(run) + " goes on in " + sync.provider().name() + ": " + why + "."
                + link(run.watch().facts());
    }

    static String mayGoOn(Sync sync, Doubt doubt) {
        return lost(sync, doubt) + " A run may be in progress, and "
                + sync.provider().name() + " has no call to stop one: look there.";
    }

    private static String rejected(Run run) {
        Rows rows = run.watch().facts().rows();
        OptionalLong count = rows == null ? OptionalLong.empty() : rows.rejected();
        return count.orElse(0) == 0
                ? ""
                : count.getAsLong() + (count.getAsLong() == 1 ? " row rejected" : " rows rejected");
    }

    private static String said(Sync sync, Facts facts) {
        String message = facts.message();
        return message == null ? "" : " " + sync.provider().name() + " says: " + sentence(message);
    }

    /** With a full stop, unless it has an end of its own. */
    private static String sentence(String text) {
        return text.matches("(?s).*[.!?…]\\s*") ? text : text + ".";
    }

    private static String link(Facts facts) {
        return facts.url() == null ? "" : " " + facts.url();
    }

    private static String orUnknown(@Nullable String status) {
        return status == null ? "not told yet" : status;
    }

    private static String words(Trouble trouble) {
        Instant at = trouble.at().truncatedTo(ChronoUnit.SECONDS);
        return trouble.what() + " at " + at;
    }

    /** {@code 1 h}, {@code 90 min}, {@code 61 s}: the largest unit without a remainder. */
    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds > 0 && seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
