package io.syncstep.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What came of one HTTP call. The cases differ in whether the other side may have processed it. */
public sealed interface Reply {

    /** Whether the credential was refused. */
    default boolean isUnauthorized() {
        return this instanceof Answered answered && answered.status() == 401;
    }

    /**
     * An answer came.
     *
     * @param body as much of it as was read and kept, at most 2 MB
     * @param defect why the body is not whole, or null when it is
     */
    record Answered(
            int status,
            HttpHeaders headers,
            String body,
            @Nullable String defect) implements Reply {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Code and reason: {@code 503 Service Unavailable}. */
        public String words() {
            return status + " " + Reason.of(status);
        }

        /** The JSON of the body, or null where it is none. */
        public @Nullable JsonNode json() {
            if (defect != null) {
                return null;
            }
            try {
                JsonNode node = Json.MAPPER.readTree(body);
                return node == null || node.isMissingNode() ? null : node;
            } catch (JsonProcessingException unreadable) {
                return null;
            }
        }

        /** What is said of an answer that should have had JSON, and has none. */
        String unreadable() {
            return words() + (defect == null ? " with a body that can't be read" : ", but " + defect);
        }
    }

    /** No connection was made, so nothing was processed. */
    record NotSent(String why) implements Reply {}

    /** The call may have been processed; no answer came. */
    record Lost(String why) implements Reply {}
}
