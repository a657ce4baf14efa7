package io.syncstep.sync;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person is told of the end of a run, or of the end of watching it. */
final class EndMessages {

    private EndMessages() {}

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
                + afterFailure(sync, facts) + Phrases.link(facts);
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
                + said(sync, facts) + " Start it again when that was not meant." + Phrases.link(facts);
    }

    static String unknown(Sync sync, Run run) {
        Facts facts = run.watch().facts();
        return sync.subject(run) + " has ended, and " + sync.provider().name() + " no longer tells how."
                + said(sync, facts) + " Check the data, or start it again." + Phrases.link(facts);
    }

    static String interrupted(Sync sync, Run run) {
        return sync.subject(run) + " was interrupted, and no run that resumes it appeared. Start it again."
                + Phrases.link(run.watch().facts());
    }

    static String checkRefused(Sync sync, Run run, Refusal refusal) {
        return sync.subject(run) + " can no longer be checked. "
                + sync.provider().name() + " answered "
                + Phrases.sentence(refusal.words()) + " " + whetherItGoesOn(refusal.error()) + " "
                + Phrases.advice(sync, refusal.error())
                + Phrases.link(run.watch().facts());
    }

    /** A provider that knows no such run does not say that it goes on. */
    private static String whetherItGoesOn(SyncError error) {
        return error == SyncError.NOT_FOUND ? "Whether the run goes on is not known." : "The run goes on.";
    }

    static String timedOut(Sync sync, Run run, String ending) {
        Watch watch = run.watch();
        return sync.subject(run) + " was not finished after "
                + Phrases.words(sync.request().timeout()) + " ("
                + (watch.checks() == 1 ? "1 check" : watch.checks() + " checks") + "). " + lastSeen(watch) + ending
                + Phrases.link(watch.facts());
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
                : " Checks that brought no answer: " + watch.troubles() + ", the last: " + Phrases.words(trouble) + ".";
    }

    private static String members(Facts facts) {
        List<Member> members = facts.members();
        String bad = members == null
                ? ""
                : members.stream()
                        .filter(member -> !"success".equals(member.status()))
                        .limit(10)
                        .map(EndMessages::words)
                        .collect(Collectors.joining(", "));
        return bad.isEmpty() ? "" : " Not successful: " + bad + ".";
    }

    private static String words(Member member) {
        return "sync " + (member.taskId() == null ? "without an id" : member.taskId()) + " "
                + (member.status() == null ? "(its status is not told)" : member.status());
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
        return message == null ? "" : " " + sync.provider().name() + " says: " + Phrases.sentence(message);
    }

    private static String orUnknown(@Nullable String status) {
        return status == null ? "not told yet" : status;
    }
}
