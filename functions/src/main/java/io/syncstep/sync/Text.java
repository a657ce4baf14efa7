package io.syncstep.sync;

/** Texts of any length and content, made fit to be passed on. */
public final class Text {

    private Text() {}

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
