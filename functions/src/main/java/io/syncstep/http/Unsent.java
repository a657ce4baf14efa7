package io.syncstep.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The failures of a call that come before the first byte of its request is sent. */
final class Unsent {

    /** The more telling ones first. */
    private static final Map<Class<? extends Throwable>, String> FAILURES = failures();

    private Unsent() {}

    private static Map<Class<? extends Throwable>, String> failures() {
        Map<Class<? extends Throwable>, String> failures = new LinkedHashMap<>();
        failures.put(UnresolvedAddressException.class, "unknown host");
        failures.put(UnknownHostException.class, "unknown host");
        failures.put(HttpConnectTimeoutException.class, "no connection within " + Http.CONNECT.toSeconds() + " s");
        failures.put(SSLHandshakeException.class, "TLS failure");
        failures.put(SSLPeerUnverifiedException.class, "TLS failure");
        failures.put(NoRouteToHostException.class, "no route to the host");
        failures.put(ConnectException.class, "connection refused");
        return failures;
    }

    /** Why nothing can have been sent, where that is certain. */
    static Optional<String> why(Throwable failure) {
        List<Throwable> causes =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().anyMatch(Unsent::isNoTls)) {
            return Optional.of("TLS failure");
        }
        return FAILURES.entrySet().stream()
                .filter(entry -> causes.stream().anyMatch(entry.getKey()::isInstance))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Whether the first bytes that came back were no TLS, so that there was no handshake. The JDK has no class for it; should
     * its words change, such a call counts as lost, which is slower but does no harm.
     */
    private static boolean isNoTls(Throwable cause) {
        return cause.getClass() == SSLException.class
                && "Unrecognized SSL message, plaintext connection?".equals(cause.getMessage());
    }
}
