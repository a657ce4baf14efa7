package io.syncstep.overview;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A fault of this program, as its log tells it: what was thrown where, and because of what. Never with a message, which may quote
 * anything: a text of a provider, a credential.
 */
public record Fault(Throwable bug) {

    /** Its kind, for a person: {@code IllegalStateException}. */
    public String kind() {
        return bug.getClass().getSimpleName();
    }

    /** Some lines. The JVM throws what it throws often without frames: then the class alone is told. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        // A cause may lead back to what it caused.
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable one = bug; one != null && told.add(one); one = one.getCause()) {
            text.append(told.size() == 1 ? "" : "\nCaused by: ")
                    .append(one.getClass().getName());
            for (StackTraceElement frame : one.getStackTrace()) {
                text.append("\n\tat ").append(frame);
            }
        }
        return text.toString();
    }
}
