package io.syncstep.local.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: a status, headers and a body, which may be empty. */
public record Reply(int status, Map<String, String> headers, String body) {

    private static final String CONTENT_TYPE = "Content-Type";

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** JSON of whatever Jackson can write: a record, a map, a string (which becomes a JSON string). */
    public static Reply json(int status, Object value) {
        return new Reply(status, Map.of(CONTENT_TYPE, "application/json; charset=utf-8"), Json.write(value));
    }

    public static Reply text(int status, String body) {
        return new Reply(status, Map.of(CONTENT_TYPE, "text/plain; charset=utf-8"), body);
    }

    public static Reply html(int status, String body) {
        return new Reply(status, Map.of(CONTENT_TYPE, "text/html; charset=utf-8"), body);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    /** A 302 to another place, perhaps on another host. */
    public static Reply redirect(URI to) {
        return empty(302).with("Location", to.toString());
    }

    /** The same answer with one header more, or another value of it: {@code Retry-After}, say. */
    public Reply with(String header, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Reply(status, changed, body);
    }

    public Reply withBody(String other) {
        return new Reply(status, headers, other);
    }

    byte[] bytes() {
        return body.getBytes(UTF_8);
    }
}
