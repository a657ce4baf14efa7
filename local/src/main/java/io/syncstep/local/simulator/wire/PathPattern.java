package io.syncstep.local.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A path with holes: {@code *} or <code>{name}</code> stands for one segment, {@code **} for any rest. */
record PathPattern(Pattern pattern) {

    private static final Pattern HOLE = Pattern.compile("\\*\\*|\\*|\\{[^}]*}");

    static PathPattern of(String text) {
        String regex = HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(hole.group().equals("**") ? "(.*)" : "([^/]+)"));
        return new PathPattern(Pattern.compile(regex));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** What stands in the holes, decoded; empty when the path is another one. */
    Optional<List<String>> read(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), UTF_8))
                .toList());
    }
}
