package io.syncstep.local.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads a request off the wire. */
final class Requests {

    private Requests() {}

    static Request read(HttpExchange http, Instant at, String basePath) throws IOException {
        String query = Objects.requireNonNullElse(http.getRequestURI().getRawQuery(), "");
        String path = http.getRequestURI().getRawPath().substring(basePath.length());
        String body = new String(http.getRequestBody().readAllBytes(), UTF_8);
        return new Request(at, http.getRequestMethod(), path, parameters(query), query, headers(http), body);
    }

    private static Map<String, String> headers(HttpExchange http) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        http.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return Collections.unmodifiableMap(headers);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return Collections.unmodifiableMap(parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
