package io.syncstep.local.page;

import io.syncstep.page.Html;
import java.util.Map;

/** What a browser gets. */
record Answer(int status, String type, String body, Map<String, String> headers) {

    static Answer html(int status, Html body) {
        return new Answer(status, "text/html; charset=utf-8", body.toString(), Map.of());
    }

    static Answer text(String type, String body) {
        return new Answer(200, type + "; charset=utf-8", body, Map.of());
    }

    /** Leads on with a GET, so that a reload repeats nothing. */
    static Answer seeOther(String path) {
        return new Answer(303, "text/plain; charset=utf-8", "", Map.of("Location", path));
    }

    Answer with(Map<String, String> others) {
        return new Answer(status, type, body, others);
    }
}
