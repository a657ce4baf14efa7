package io.syncstep.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.Text;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a result or a Cause shorter where it would not fit as a whole. What its list of members lost stands in its message. */
public final class Shortened {

    private static final Pattern LEFT_OUT = Pattern.compile(" Of its (\\d+) members, \\d+ are listed here\\.$");

    private Shortened() {}

    /** Cuts the message to so many characters, but for the sentence about members at its end. */
    public static void message(ObjectNode json, int most) {
        String message = json.path("message").asText();
        Matcher leftOut = LEFT_OUT.matcher(message);
        String end = leftOut.find() ? leftOut.group() : "";
        json.put("message", Text.cut(message.substring(0, message.length() - end.length()), most) + end);
    }

    /** Leaves members out, a quarter at a time, until it fits or has none. */
    public static void members(ObjectNode json, BooleanSupplier tooLarge) {
        while (json.has("members") && tooLarge.getAsBoolean()) {
            members(json, json.path("members").size() * 3 / 4);
        }
    }

    /** Keeps so many members at most: those that did not succeed before the others. */
    public static void members(ObjectNode json, int most) {
        if (json.get("members") instanceof ArrayNode members && members.size() > most) {
            say(json, members.size(), most);
            List<JsonNode> kept = members.valueStream()
                    .sorted(Comparator.comparing(Shortened::hasSucceeded))
                    .limit(most)
                    .toList();
            members.removeAll().addAll(kept);
        }
        if (most == 0) {
            json.remove("members");
        }
    }

    private static boolean hasSucceeded(JsonNode member) {
        return member.path("status").asText().equals("success");
    }

    private static void say(ObjectNode json, int members, int kept) {
        String message = json.path("message").asText();
        Matcher leftOut = LEFT_OUT.matcher(message);
        String all = leftOut.find() ? leftOut.group(1) : Integer.toString(members);
        json.put("message", leftOut.replaceFirst("") + " Of its %s members, %d are listed here.".formatted(all, kept));
    }
}
