package io.syncstep.stitch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The log of an extraction. Its last lines tell how each phase ended, long after the list has forgotten the job. */
record ExtractionLog(String text) {

    private static final Pattern EXIT = Pattern.compile("Exit status is: *(.{1,1000})");
    private static final Pattern FAILED = Pattern.compile("(?i)\\b(discovery|tap|target) failed");

    /** {@code Discovery succeeded. Tap failed with code 1 and error message: …}, or empty where the log does not say. */
    Optional<String> exitStatus() {
        return EXIT.matcher(text)
                .results()
                .reduce((first, last) -> last)
                .map(exit -> exit.group(1).strip());
    }

    /** The first phase that failed, or empty where the log tells of none. */
    Optional<String> failedPhase() {
        return exitStatus()
                .flatMap(exit -> FAILED.matcher(exit).results().findFirst())
                .map((MatchResult phase) -> phase.group(1).toLowerCase(Locale.ROOT));
    }
}
