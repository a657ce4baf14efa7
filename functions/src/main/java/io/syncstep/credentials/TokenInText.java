package io.syncstep.credentials;

/**
 * A token wherever it stands in a text: plain, escaped as in JSON or in a URL, or cut off by the end of the text, as a
 * provider cuts what it tells and a connection what is sent.
 *
 * @param token its characters
 */
record TokenInText(String token) {

    /** So many characters of it at the end of a text are no accident. */
    private static final int BEGINNING = 6;

    private static final int MOST_ESCAPES = 7;
    private static final String BEHIND_A_CUT = ".…\"'}]) \t\r\n";
    private static final int NONE = -1;

    /** The text with a mask for each token. */
    String maskedIn(String text, String mask) {
        String plain = text.replace(token, mask);
        int cut = cutOf(plain);
        StringBuilder masked = new StringBuilder(plain.length());
        int at = 0;
        while (at < plain.length()) {
            int end = endOf(plain, at, cut);
            masked.append(end == NONE ? plain.substring(at, at + 1) : mask);
            at = end == NONE ? at + 1 : end;
        }
        return masked.toString();
    }

    /** Where the text may have been cut: what stands behind was added. */
    private static int cutOf(String text) {
        int cut = text.length();
        while (cut > 0 && BEHIND_A_CUT.indexOf(text.charAt(cut - 1)) >= 0) {
            cut--;
        }
        return cut;
    }

    /** Where the token that begins at a place ends, or its beginning at the end of the text; else none. */
    private int endOf(String text, int start, int cut) {
        int at = start;
        for (int i = 0; i < token.length(); i++) {
            int next = at < text.length() ? after(text, at, token.charAt(i)) : NONE;
            if (next == NONE) {
                return i >= BEGINNING && isCut(text, at, cut) ? Math.max(at, cut) : NONE;
            }
            at = next;
        }
        return at;
    }

    /** At the end, or where nothing but the beginning of an escape is left. */
    private static boolean isCut(String text, int at, int cut) {
        return at >= cut || (cut - at < 6 && (text.charAt(at) == '\\' || text.charAt(at) == '%'));
    }

    /** Behind one character in one of its spellings, or none. */
    private static int after(String text, int start, char expected) {
        int at = start;
        while (at - start < MOST_ESCAPES && at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        if (expected == '\\' && at > start) {
            return at;
        }
        if (at > start && text.startsWith("u00", at) && isHex(text, at + 3, expected)) {
            return at + 5;
        }
        if (text.startsWith("%", at) && isHex(text, at + 1, expected)) {
            return at + 3;
        }
        return at < text.length() && text.charAt(at) == expected ? at + 1 : NONE;
    }

    private static boolean isHex(String text, int at, char expected) {
        String hex = Integer.toHexString(0x100 | expected).substring(1);
        return text.regionMatches(true, at, hex, 0, 2);
    }
}
