package io.syncstep.handlers;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was thrown, with what caused it, as one line for the log. */
final class Causes {

    /** A cause may lead back to what it caused. */
    private static final int MOST = 10;

    private Causes() {}

    static String of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST)
                .map(Throwable::toString)
                .collect(Collectors.joining(", caused by "));
    }
}
