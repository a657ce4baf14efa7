package io.syncstep.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text in addresses and forms. */
final class Encoded {

    private Encoded() {}

    /** One segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** A query, or a posted form. */
    static String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> segment(field.getKey()) + "=" + segment(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The segments of a path as it came. */
    static List<String> path(String raw) {
        return Stream.of(raw.substring(raw.startsWith("/") ? 1 : 0).split("/", -1))
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .filter(segment -> raw.length() > 1)
                .toList();
    }

    /** The fields of a query or a form as it came. A field twice means nothing for certain. */
    static Map<String, String> fields(String raw) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : raw.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!pair.isEmpty()
                    && fields.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "") != null) {
                throw Refused.malformed("A field comes twice.");
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("A % is not followed by two digits of an encoded byte.");
        }
    }
}
