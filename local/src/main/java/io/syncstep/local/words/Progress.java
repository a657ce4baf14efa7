package io.syncstep.local.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is, as the last check told: read from the data that the state machine carries. What is not there, or not as
 * expected, is not shown.
 *
 * @param providerStatus the provider's own word
 * @param ratio 0..1
 * @param trouble what the last check met instead of an answer
 */
public record Progress(
        @Nullable String providerStatus,
        OptionalDouble ratio,
        @Nullable String trouble) {

    public static Progress in(JsonNode data) {
        var watch = data.at("/sync/run/watch");
        var facts = watch.path("facts");
        var ratio = facts.path("completionRatio");
        return new Progress(
                facts.path("providerStatus").textValue(),
                ratio.isNumber() ? OptionalDouble.of(Math.clamp(ratio.doubleValue(), 0, 1)) : OptionalDouble.empty(),
                watch.at("/lastTrouble/what").textValue());
    }

    public OptionalInt percent() {
        return ratio.isPresent() ? OptionalInt.of((int) Math.floor(ratio.getAsDouble() * 100)) : OptionalInt.empty();
    }

    /** {@code processing}, or with what went wrong last: {@code processing (503 Service Unavailable)}. */
    public Optional<String> words() {
        var words = Optional.ofNullable(providerStatus).orElse("")
                + Optional.ofNullable(trouble).map(what -> " (" + what + ")").orElse("");
        return Optional.of(Words.printable(words)).filter(text -> !text.isEmpty());
    }
}
