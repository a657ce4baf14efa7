package io.syncstep.local.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser asks for.
 *
 * @param path its segments, decoded; none for the root
 * @param query decoded
 * @param headers of a repeated one, the first
 * @param form decoded; empty unless it was posted
 */
record Ask(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> form) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A field of the form, empty where it is missing. */
    String field(String name) {
        return form.getOrDefault(name, "");
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** Whether it only looks. */
    boolean isLook() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
