package io.syncstep.sync;

import java.util.function.Function;

/** What came of asking a provider for something that may be asked again. */
public sealed interface Read<T> {

    record Got<T>(T value) implements Read<T> {}

    record Unanswered<T>(Trouble trouble) implements Read<T> {}

    record Refused<T>(Refusal refusal) implements Read<T> {}

    /** Whether the provider answered that there is no such thing. */
    default boolean isNotFound() {
        return this instanceof Refused<T> refused && refused.refusal().error() == SyncError.NOT_FOUND;
    }

    /** Goes on with what was got; trouble and refusal stay what they are. */
    default <R> Read<R> then(Function<T, Read<R>> next) {
        return switch (this) {
            case Got<T> got -> next.apply(got.value());
            case Unanswered<T> unanswered -> new Unanswered<>(unanswered.trouble());
            case Refused<T> refused -> new Refused<>(refused.refusal());
        };
    }

    default <R> Read<R> map(Function<T, R> change) {
        return then(value -> new Got<>(change.apply(value)));
    }
}
