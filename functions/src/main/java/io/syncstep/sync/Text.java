package io.syncstep.sync;

import java.util.regex.Pattern;

/** Texts of any length and content, made fit to be passed on. */
public final class Text {

    /** Controls but line ends and tabs, and what turns the direction of text around: Trojan Source is made of these. */
    private static final Pattern STEERING = Pattern.compile(
            "[[\\x00-\\x1f\\x7f-\\x9f]&&[^\\r\\n\\t]]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private Text() {}

    /** With a replacement character for whatever would steer a terminal, or show the rest in another order than it has. */
    public static String plain(String text) {
        return STEERING.matcher(text).replaceAll("\ufffd");
    }

    /** Whether nothing in it can be seen: a no-break space is a blank, too. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Its characters as a person counts them, and as JSON Schema does: an emoji is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** At most so many characters, with an ellipsis where some were cut off; never half a character. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
