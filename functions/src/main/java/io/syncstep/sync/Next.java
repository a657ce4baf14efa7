package io.syncstep.sync;

import java.util.Arrays;
import java.util.Locale;

/** What the state machine does next: its Choice states read the word. */
public enum Next {
    /** Look again before the start. */
    PREPARE,
    /** Send the start call. */
    START,
    /** Look for the run of a start call whose answer was lost. */
    FIND,
    /** Check the run. */
    FOLLOW,
    /** Stop the run, then fail. */
    STOP,
    SUCCEED,
    FAIL;

    /** The one that is spelled so. */
    public static Next of(String word) {
        return Arrays.stream(values())
                .filter(next -> next.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sync.next must be a word of Next, got " + word));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
