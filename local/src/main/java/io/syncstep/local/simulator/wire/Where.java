package io.syncstep.local.simulator.wire;

/**
 * Which requests a fault strikes: those with this method and path, from the {@code from}-th to the {@code to}-th of
 * them, counted from 1 and from the moment the fault was planned.
 *
 * @param method {@code *} for any
 * @param path below the provider's base path; {@code *} stands for one segment, {@code **} for any rest:
 *     <code>/syncs/&#42;/trigger</code>
 */
public record Where(String method, String path, int from, int to) {

    public Where {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException(
                    "from..to must be a range that begins at 1 or later, got " + from + ".." + to);
        }
    }

    public static Where first(String method, String path) {
        return nth(1, method, path);
    }

    public static Where nth(int n, String method, String path) {
        return new Where(method, path, n, n);
    }

    public static Where between(int from, int to, String method, String path) {
        return new Where(method, path, from, to);
    }

    public static Where every(String method, String path) {
        return new Where(method, path, 1, Integer.MAX_VALUE);
    }

    boolean concerns(Request request) {
        boolean sameMethod = method.equals("*") || method.equals(request.method());
        return sameMethod && PathPattern.of(path).matches(request.path());
    }

    boolean strikesAt(int count) {
        return from <= count && count <= to;
    }
}
