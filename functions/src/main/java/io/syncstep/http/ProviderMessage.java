package io.syncstep.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The provider's own words in an error body, whatever shape it has: the providers use half a dozen. */
final class ProviderMessage {

    /** Nobody packs words deeper than this, and each level takes its part of the stack. */
    private static final int DEEPEST = 10;

    private ProviderMessage() {}

    /** The words, or null where there are none: an empty body, or a page for a browser. */
    static @Nullable String of(String body) {
        String text = body.strip();
        if (text.isEmpty() || text.startsWith("<")) {
            return null;
        }
        try {
            return words(Json.MAPPER.readTree(text), 0);
        } catch (JsonProcessingException plainText) {
            return text;
        }
    }

    private static @Nullable String words(@Nullable JsonNode node, int depth) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (!node.isObject() || depth > DEEPEST) {
            return node.isValueNode() ? blankToNull(node.asText()) : node.toString();
        }
        String joined = Stream.of(
                        node.path("message"),
                        node.path("details"),
                        node.path("status").path("user_message"),
                        node.path("status").path("developer_message"),
                        node.path("error"),
                        node.path("data").path("message"))
                .map(inner -> words(inner, depth + 1))
                .filter(Objects::nonNull)
                .distinct()
                .reduce("", ProviderMessage::joined);
        return joined.isEmpty() ? node.isEmpty() ? null : node.toString() : joined;
    }

    private static String joined(String text, String more) {
        return text.isEmpty() ? more : text + (text.endsWith(".") ? " " : ": ") + more;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
