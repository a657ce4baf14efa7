package io.syncstep.local.page;

import java.util.Optional;

/** The check against forged requests (CSRF), by origin and by token: only a form of this server may start something. */
record Door(OwnAddress own, StartToken token) {

    /** The form's field with the token. */
    static final String TOKEN = "token";

    /** @throws Refused when it may come from anywhere else */
    void admit(Ask ask) {
        if (!isFromOwnPage(ask)) {
            throw Refused.forbidden("Only a page of " + own + " may start a run.");
        }
        if (!token.is(ask.field(TOKEN))) {
            throw Refused.forbidden(
                    "The form is not of this server, or older than its last start. Load the page again.");
        }
    }

    /**
     * A page that sends no referrer, as ours, has the origin {@code null} in its forms; then, and where there is none, the browser's
     * own word for where the page came from must do. No script can write either header.
     */
    private boolean isFromOwnPage(Ask ask) {
        Optional<String> origin = ask.header("Origin").filter(value -> !value.equals("null"));
        Optional<Boolean> sameSite = ask.header("Sec-Fetch-Site").map("same-origin"::equals);
        return origin.map(own::isOrigin).or(() -> sameSite).orElse(false) && sameSite.orElse(true);
    }
}
