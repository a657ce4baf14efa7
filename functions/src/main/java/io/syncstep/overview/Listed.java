package io.syncstep.overview;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a list.
 *
 * @param problem why it is not the whole list, or null when it is
 */
public record Listed<T>(List<T> rows, @Nullable Problem problem) {

    public Listed {
        rows = List.copyOf(rows);
    }

    /** A list that was not asked for, as there is nothing to find in it. */
    public static <T> Listed<T> nothing() {
        return new Listed<>(List.of(), null);
    }

    public boolean isWhole() {
        return problem == null;
    }

    /** Other rows, with the problem of this list. */
    public <R> Listed<R> map(Function<T, R> shape) {
        return new Listed<>(rows.stream().map(shape).toList(), problem);
    }

    /** The same rows, with the first problem among this one's and those of lists that were joined to it. */
    public Listed<T> joinedWith(Listed<?>... others) {
        return Stream.concat(Stream.of(this), Stream.of(others))
                .filter(list -> !list.isWhole())
                .findFirst()
                .map(broken -> new Listed<>(rows, broken.problem()))
                .orElse(this);
    }
}
