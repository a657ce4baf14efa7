package io.syncstep.sync;

/** Texts of any length and content, made fit to be passed on. */
public final class Text {

    private Text() {}

    /** At most so many characters, with an ellipsis where some were cut off; never half a character. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
