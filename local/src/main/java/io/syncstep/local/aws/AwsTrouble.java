package io.syncstep.local.aws;

import org.jspecify.annotations.Nullable;

/** AWS could not be asked, or refused what it was asked: the message says what a person can do. */
public final class AwsTrouble extends RuntimeException {

    AwsTrouble(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
