package io.syncstep.credentials;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes credentials out of texts that come from a provider. */
public final class Redactor {

    private static final String MASK = "***";
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?)((?:bearer|token|basic)\\s+)?[^\\s\"',;}]+");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(bearer|token|basic)\\s+(?=[^\\s\"',;}]*[0-9._-])[^\\s\"',;}]{8,}");

    private Redactor() {}

    /** The text without {@code Authorization} values, and without anything equal to one of the tokens. */
    public static String clean(String text, Set<Secret> tokens) {
        String clean = text;
        for (Secret token : tokens) {
            String plain = token.reveal();
            clean = clean.replace(plain, MASK).replace(URLEncoder.encode(plain, StandardCharsets.UTF_8), MASK);
        }
        clean = AUTHORIZATION.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + MASK));
        return SCHEME.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " " + MASK));
    }
}
