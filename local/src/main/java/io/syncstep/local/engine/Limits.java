package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** The quotas of AWS Step Functions that a Standard execution meets. */
final class Limits {

    static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    static final int DATA_BYTES = 262_144;
    static final int ERROR_CHARS = 256;
    static final int CAUSE_CHARS = 32_768;
    static final int HISTORY_EVENTS = 25_000;

    private Limits() {}

    /** Whether the value, as UTF-8, is larger than what may pass from state to state. */
    static boolean tooLarge(JsonNode value) {
        var text = value.toString();
        // Three bytes a character at most, so that most texts need no closer look.
        return text.length() > DATA_BYTES / 3 && text.getBytes(StandardCharsets.UTF_8).length > DATA_BYTES;
    }

    static String tooLargeCause(String what) {
        return "%s has a size exceeding the maximum number of bytes service limit (%d).".formatted(what, DATA_BYTES);
    }

    static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
