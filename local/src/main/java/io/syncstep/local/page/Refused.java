package io.syncstep.local.page;

import java.util.Map;

/** This request gets nothing but a status and the reason. */
final class Refused extends RuntimeException {

    static final String NO_SUCH_PAGE = "There is no such page.";

    private final int status;
    private final String title;
    private final String words;
    private final Map<String, String> headers;

    Refused(int status, String title, String words) {
        this(status, title, words, Map.of());
    }

    private Refused(int status, String title, String words, Map<String, String> headers) {
        super(status + " " + title);
        this.status = status;
        this.title = title;
        this.words = words;
        this.headers = headers;
    }

    static Refused malformed(String words) {
        return new Refused(400, "This request can't be read.", words);
    }

    static Refused forbidden(String words) {
        return new Refused(403, "Nothing was started.", words);
    }

    static Refused notFound(String words) {
        return new Refused(404, NO_SUCH_PAGE, words);
    }

    static Refused method(String allowed) {
        return new Refused(
                405, "That can't be done here.", "This address takes " + allowed + ".", Map.of("Allow", allowed));
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    Map<String, String> headers() {
        return headers;
    }
}
