package io.syncstep.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts in addresses. */
public final class Url {

    private Url() {}

    /** The text as one part of a path or query, whatever characters it has. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
