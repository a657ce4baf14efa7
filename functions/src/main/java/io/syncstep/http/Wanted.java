package io.syncstep.http;

import java.util.Set;

/**
 * What is wanted of a list: the fields of these names, at whatever depth.
 *
 * @param names of fields; of what stands in one again only these
 * @param whole names of fields whose values are wanted with all that stands in them
 */
public record Wanted(Set<String> names, Set<String> whole) {

    public Wanted {
        names = Set.copyOf(names);
        whole = Set.copyOf(whole);
    }

    /** These fields. */
    public static Wanted of(String... names) {
        return new Wanted(Set.of(names), Set.of());
    }

    /** These as well, each with all that stands in it. */
    public Wanted andWhole(String... others) {
        return new Wanted(names, Set.of(others));
    }
}
