package io.syncstep.local.endtoend;

import io.syncstep.local.simulator.wire.Damage;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Answers of which nothing can be learned, as the arguments of a test. */
final class Unusable {

    private Unusable() {}

    /** Those that are damaged on their way, and then these. */
    static Stream<Arguments> answersAnd(Damage... others) {
        Stream<Damage> onTheWay = Stream.of(
                new Damage.Drop(),
                new Damage.Truncate(),
                new Damage.Garble(),
                new Damage.JsonNull(),
                new Damage.WithoutIds(),
                new Damage.Inflate(3_000_000));
        return each(Stream.concat(onTheWay, Stream.of(others)));
    }

    /** Each under its own name. */
    static Stream<Arguments> each(Stream<Damage> damages) {
        return damages.map(damage -> Arguments.argumentSet(damage.toString(), damage));
    }
}
