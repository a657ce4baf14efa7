package io.syncstep.local.simulator.wire;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller sent.
 *
 * @param at when it came, by the simulator's clock
 * @param path as it stood on the wire, percent-encoding included, without the base path of the provider
 * @param query the decoded query parameters; of a repeated one, the first
 * @param rawQuery the query as it stood on the wire, empty when there was none
 * @param headers names in any case; of a repeated one, the first
 */
public record Request(
        Instant at,
        String method,
        String path,
        Map<String, String> query,
        String rawQuery,
        Map<String, String> headers,
        String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The token behind this word in {@code Authorization}: {@code Bearer}, say. Empty without one. */
    Optional<String> token(String scheme) {
        String start = scheme + " ";
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, start, 0, start.length()))
                .map(value -> value.substring(start.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    /** True for a GET that carries what a GET should not: one integration got a 500 from Hightouch for it. */
    public boolean isGetWithContent() {
        return method.equals("GET")
                && (!body.isEmpty() || header("Content-Type").isPresent());
    }
}
