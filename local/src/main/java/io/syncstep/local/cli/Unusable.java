package io.syncstep.local.cli;

import org.jspecify.annotations.Nullable;

/** What was given can't be used: ends the program with exit code 2, and the message says what is wrong. */
final class Unusable extends RuntimeException {

    Unusable(String message) {
        super(message);
    }

    Unusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
