package io.syncstep.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.engine.Execution.Status;
import java.util.Set;

/** What holds for every execution, whatever strikes it (section 4 of the contract). */
final class Zeros {

    private static final int MOST_EVENTS = 25_000;

    /** Every Error that a user may meet (section 3). */
    private static final Set<String> ERRORS = Set.of(
            "InvalidRequest",
            "Unauthorized",
            "NotFound",
            "ProviderError",
            "CredentialNotFound",
            "AlreadyRunning",
            "TriggerUnconfirmed",
            "SyncFailed",
            "SyncCancelled",
            "SyncInterrupted",
            "OutcomeUnknown",
            "SyncTimedOut");

    private Zeros() {}

    static void hold(Played played) {
        assertThat(played.started()).as("runs started by one execution").hasSizeLessThan(2);
        assertThat(played.requestsElsewhere()).as("requests to another host").isZero();
        assertThat(played.leaks()).as("secrets told").isEmpty();
        assertThat(played.execution().historyEvents()).as("history events").isLessThan(MOST_EVENTS);
        assertThat(played.execution().status()).as("an end of its own").isNotEqualTo(Status.TIMED_OUT);
        assertThat(isKnown(played.outcome()))
                .as("a known outcome: " + played.outcome())
                .isTrue();
    }

    private static boolean isKnown(String outcome) {
        return outcome.equals("succeeded")
                || ERRORS.contains(outcome)
                || outcome.startsWith("Lambda.")
                || outcome.startsWith("States.");
    }
}
