package io.syncstep.sync;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of looking for the run of a start call whose answer was lost. */
public sealed interface Sighting {

    /** One run of the task was created since the call: ours. */
    record One(String runId) implements Sighting {}

    /** More than one: nobody can tell which is ours. */
    record Several(List<String> runIds) implements Sighting {}

    /** None so far. */
    record None() implements Sighting {}

    /** The provider has no list of such runs. */
    record Unlistable() implements Sighting {}

    /**
     * The look-up brought no usable answer.
     *
     * @param what why, for a person
     * @param retryAfter how long the provider asks to be left alone, or null when it does not say
     */
    record Unanswered(String what, @Nullable Duration retryAfter) implements Sighting {

        /** Of a provider that does not say when to come back. */
        public Unanswered(String what) {
            this(what, null);
        }
    }

    /** The sighting behind a read: what could not be read is the same for every provider. */
    static Sighting from(Read<Sighting> read) {
        return switch (read) {
            case Read.Got<Sighting> got -> got.value();
            case Read.Unanswered<Sighting> unanswered ->
                new Unanswered(unanswered.trouble().what(), unanswered.trouble().retryAfter());
            case Read.Refused<Sighting> refused ->
                new Unanswered(refused.refusal().words());
        };
    }

    /** The sighting of exactly these candidates. */
    static Sighting of(List<String> runIds) {
        return switch (runIds.size()) {
            case 0 -> new None();
            case 1 -> new One(runIds.getFirst());
            default -> new Several(runIds);
        };
    }
}
