package io.syncstep.local.page;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where this server is. Whoever asks for it by another name was led here by somebody else's page: DNS can give any name this
 * machine's own address.
 */
record OwnAddress(int port) {

    private static final int HTTP = 80;

    /** Whether this is what a browser that was sent here puts into {@code Host}. */
    boolean isHost(String host) {
        return hosts().anyMatch(host.toLowerCase(Locale.ROOT)::equals);
    }

    /** Whether a page of this origin came from here. */
    boolean isOrigin(String origin) {
        return hosts().map("http://"::concat).anyMatch(origin.toLowerCase(Locale.ROOT)::equals);
    }

    private Stream<String> hosts() {
        var names = Stream.of("127.0.0.1", "localhost");
        return port == HTTP
                ? names.flatMap(name -> Stream.of(name, name + ":80"))
                : names.map(name -> name + ":" + port);
    }

    @Override
    public String toString() {
        return "http://127.0.0.1:" + port + "/";
    }
}
