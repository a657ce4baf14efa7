package io.syncstep.local.faults;

import io.syncstep.local.endtoend.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no text of this program may hold: the tokens that the tests of both modules use. A test that needs one takes it from here. */
final class Secrets {

    static final List<String> TOKENS = List.of(
            Stage.API_KEY,
            Stage.ACCESS_TOKEN,
            Stage.SERVICE_TOKEN,
            "rotated-key",
            "new-key-2",
            "hidden-key",
            "hidden-9",
            "top secret key",
            "s3cr3t-value",
            "second-key",
            "second-token",
            "secret-7");

    /** A header's value, whatever the token. */
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)authorization\\W{1,4}(?:bearer|basic|token)\\s+(?!\\*\\*\\*)[\\w.~+/-]+");

    private static final List<String> FORMS =
            TOKENS.stream().flatMap(Secrets::forms).distinct().toList();

    private Secrets() {}

    /** As it is, as a part of an address, and as Base64. */
    static Stream<String> forms(String token) {
        return Stream.of(
                token,
                URLEncoder.encode(token, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** The first that the text holds. */
    static Optional<String> in(String text) {
        return FORMS.stream()
                .filter(text::contains)
                .findFirst()
                .or(() -> AUTHORIZATION.matcher(text).results().findFirst().map(MatchResult::group));
    }
}
