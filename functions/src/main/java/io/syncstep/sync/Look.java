package io.syncstep.sync;

/** What a check of a run brought. */
public sealed interface Look {

    /** Not ended, as far as the provider tells: going, queued, not listed yet, or in a state nobody knows. */
    record Going(Run run, Facts facts) implements Look {}

    /** Ended. */
    record Ended(Run run, Verdict verdict, Facts facts) implements Look {}

    /** Interrupted for the moment: the provider resumes the work in a new run, which is not to be seen yet. */
    record Interrupted(Facts facts) implements Look {}

    /** Interrupted, and resumed in another run. */
    record Resumed(String runId) implements Look {}

    /** No usable answer. It says nothing about the run. */
    record Unanswered(Trouble trouble) implements Look {}

    /** The provider refused to tell. */
    record Refused(Refusal refusal) implements Look {}

    /** The look behind a read: what could not be read is the same for every provider. */
    static Look from(Read<Look> read) {
        return switch (read) {
            case Read.Got<Look> got -> got.value();
            case Read.Unanswered<Look> unanswered -> new Unanswered(unanswered.trouble());
            case Read.Refused<Look> refused -> new Refused(refused.refusal());
        };
    }
}
