package io.syncstep.credentials;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where tokens may be sent: to HTTPS, or unencrypted to this machine. */
public final class BaseUrl {

    static final String RULE = "must be https://host, or http:// to a loopback address";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private BaseUrl() {}

    /** The URL without a slash at its end, or empty where the rule is broken. */
    static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return plain && isTrusted(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    /** Whether anything at all may be sent there. */
    public static boolean isTrusted(URI uri) {
        if (uri.getHost() == null || uri.getScheme() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            return false;
        }
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> isThisMachine(uri.getHost().toLowerCase(Locale.ROOT));
            default -> false;
        };
    }

    private static boolean isThisMachine(String host) {
        return LOOPBACK.matcher(host).matches()
                || (host.equals("host.docker.internal") && "true".equals(System.getenv("AWS_SAM_LOCAL")));
    }
}
