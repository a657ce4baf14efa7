package io.syncstep.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the messages to a person have in common. They tell what was asked, what came back, what to do next; never a secret. */
final class Phrases {

    private Phrases() {}

    static String advice(Sync sync, SyncError error) {
        return switch (error) {
            case UNAUTHORIZED ->
                "Store a valid credential for " + sync.request().provider().word() + "/"
                        + sync.request().account() + ".";
            case NOT_FOUND -> "Check the id, and that the account is the one that has it.";
            default -> "Mend what it says. Where it does not say, look whether the credential's baseUrl is right.";
        };
    }

    /** With a full stop, unless it has an end of its own. */
    static String sentence(String text) {
        return text.matches("(?s).*[.!?…]\\s*") ? text : text + ".";
    }

    static String link(Facts facts) {
        return facts.url() == null ? "" : " " + facts.url();
    }

    static String words(Trouble trouble) {
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
