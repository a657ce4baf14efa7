package io.syncstep.local.simulator.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it was seen on the wire, and what was answered.
 *
 * @param at when it came, by the simulator's clock
 * @param path as sent (still percent-encoded), below the base path of the provider: {@code /syncs/42/trigger}
 * @param query as sent, empty without one
 * @param headers every header sent, credentials included; look them up by name in any case
 * @param status the status that was answered; {@link #NO_ANSWER} when a fault kept the answer back
 */
public record Exchange(
        Instant at, String method, String path, String query, Map<String, String> headers, String body, int status) {

    /** The status of a request whose connection was dropped or left hanging. */
    public static final int NO_ANSWER = 0;

    static Exchange of(Request request, int status) {
        return new Exchange(
                request.at(),
                request.method(),
                request.path(),
                request.rawQuery(),
                request.headers(),
                request.body(),
                status);
    }

    /** The value of the header {@code Authorization}, null without one. */
    public @Nullable String authorization() {
        return headers.get("Authorization");
    }

    /** True when the method is this one and the path matches; {@code *} stands for one segment of the path. */
    public boolean is(String wantedMethod, String pathPattern) {
        return method.equals(wantedMethod) && PathPattern.of(pathPattern).matches(path);
    }
}
