package io.syncstep.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.sync.Text;
import java.util.regex.Pattern;

/** A value as a message quotes it: at most 200 characters, and nothing of what may be a secret. */
public final class Shown {

    static final int LONGEST = 200;
    private static final Pattern SECRET = Pattern.compile("(?i).*(key|token|secret|password|credential|auth).*");

    private Shown() {}

    public static String of(JsonNode value) {
        return Text.cut(value.toString(), LONGEST);
    }

    /** The value of a field that nobody knows: somebody may have put a credential there. */
    public static String of(String field, JsonNode value) {
        return SECRET.matcher(field).matches() ? "***" : of(value);
    }
}
