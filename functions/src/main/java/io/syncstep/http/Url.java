package io.syncstep.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts in addresses. */
public final class Url {

    private Url() {}

    /** The text as one part of a path or query, whatever characters it has. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether it is the address of a page: one that a browser opens without running it, at a host, and under nobody's name. */
    public static boolean isPage(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
