package io.syncstep.credentials;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes credentials out of texts that come from a provider. */
public final class Redactor {

    private static final String MASK = "***";
    private static final int SHORTEST_TOKEN = 8;
    private static final String WORD = "[^\\s\"',;}\\]\\\\]+";
    private static final String PARAMETER = "\\w+=(?:\"[^\"]*\"|[^\\s,\"']+)";

    /** The header's name in any spelling, then its value: a scheme or none, and a list of parameters or one word. Possessive, or a long list would overflow the stack. */
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)(authorization[\\\\\"']*\\s*[:=]\\s*[\\[\\\\\"']*)"
                    + "(?:[a-z][\\w-]*[ \\t]+)?"
                    + "(?:" + PARAMETER + "(?:,\\s*" + PARAMETER + ")*+|" + WORD + ")");

    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(bearer|token|basic)\\s+(?=[^\\s\"',;}]*[0-9._-])[^\\s\"',;}]{8,}");

    private Redactor() {}

    /** The text without {@code Authorization} values, and without anything equal to one of the tokens. */
    public static String clean(String text, Set<Secret> tokens) {
        String clean = text;
        for (TokenInText token : longestFirst(tokens)) {
            clean = token.maskedIn(clean, MASK);
        }
        clean = AUTHORIZATION.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + MASK));
        return SCHEME.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " " + MASK));
    }

    /** Whether an id has one of the tokens in it. A few characters may be in both by accident. */
    public static boolean isToken(String id, Set<Secret> tokens) {
        return longestFirst(tokens).stream()
                .filter(token -> token.token().length() >= SHORTEST_TOKEN)
                .anyMatch(token -> !token.maskedIn(id, MASK).equals(id));
    }

    /** So that a token which begins another leaves no rest of it. */
    private static List<TokenInText> longestFirst(Set<Secret> tokens) {
        return tokens.stream()
                .map(Secret::reveal)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(TokenInText::new)
                .toList();
    }
}
