package io.syncstep.local.faults;

import io.syncstep.local.endtoend.Stage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What no text of this program may hold: the tokens that the tests use. */
final class Secrets {

    /** Each is to be met nowhere but in an {@code Authorization} header and in the store. */
    static final List<String> TOKENS = List.of(Stage.API_KEY, Stage.ACCESS_TOKEN, "rotated-key", "new-key-2");

    /** A header's value, whatever the token. */
    private static final Pattern BEARER =
            Pattern.compile("(?i)authorization\\W{1,4}bearer\\s+(?!\\*\\*\\*)[\\w.~+/-]+");

    private Secrets() {}

    /** The first that the text holds. */
    static Optional<String> in(String text) {
        return in(text, TOKENS);
    }

    static Optional<String> in(String text, List<String> tokens) {
        return tokens.stream()
                .filter(text::contains)
                .findFirst()
                .or(() -> BEARER.matcher(text).results().findFirst().map(found -> found.group()));
    }
}
