package io.syncstep.credentials;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes credentials out of texts that come from a provider. */
public final class Redactor {

    private static final String MASK = "***";
    private static final String WORD = "[^\\s\"',;}\\]\\\\]+";
    private static final String PARAMETER = "\\w+=(?:\"[^\"]*\"|[^\\s,\"']+)";

    /** The header's name in any spelling, then its value: a scheme or none, and a list of parameters or one word. */
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)(authorization[\\\\\"']*\\s*[:=]\\s*[\\[\\\\\"']*)"
                    + "(?:[a-z][\\w-]*[ \\t]+)?"
                    + "(?:" + PARAMETER + "(?:,\\s*" + PARAMETER + ")*|" + WORD + ")");

    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(bearer|token|basic)\\s+(?=[^\\s\"',;}]*[0-9._-])[^\\s\"',;}]{8,}");
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

    private Redactor() {}

    /** The text without {@code Authorization} values, and without anything equal to one of the tokens. */
    public static String clean(String text, Set<Secret> tokens) {
        String clean = text;
        for (String spelling : spellings(tokens)) {
            clean = clean.replace(spelling, MASK);
        }
        clean = AUTHORIZATION.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + MASK));
        return SCHEME.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " " + MASK));
    }

    /** Plain and URL-encoded; the longest first, so that a token that begins another leaves no rest of it. */
    private static List<String> spellings(Set<Secret> tokens) {
        return tokens.stream()
                .map(Secret::reveal)
                .flatMap(Redactor::spellings)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> spellings(String plain) {
        String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8);
        String lower =
                PERCENT.matcher(encoded).replaceAll(percent -> percent.group().toLowerCase(Locale.ROOT));
        return Stream.of(plain, encoded, lower);
    }
}
