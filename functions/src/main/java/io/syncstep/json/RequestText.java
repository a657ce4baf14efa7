package io.syncstep.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Text;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The text of a request, as a person writes it into a file. Checks what is lost once the text has become an object: a key
 * that comes twice, and anything behind the object. What the fields hold is checked by {@link RequestParser}.
 */
public final class RequestText {

    private static final ObjectReader LENIENT = JsonMapper.builder().build().reader();
    private static final ObjectReader STRICT = Json.MAPPER.reader();

    private RequestText() {}

    /**
     * Reads the text.
     *
     * @throws InvalidRequest when a key comes twice, or text follows the object
     * @throws JsonProcessingException when it is no JSON at all
     */
    public static JsonNode parse(String text) throws JsonProcessingException {
        try (JsonParser parser = LENIENT.createParser(text)) {
            JsonNode first = LENIENT.readTree(parser);
            if (first == null || first.isMissingNode()) {
                throw new JsonParseException(parser, "there is nothing in it");
            }
            refuseMore(text, parser);
            return strict(text);
        } catch (StreamConstraintsException tooMuch) {
            throw new InvalidRequest(
                    "The request is larger or deeper than any request can be: " + tooMuch.getOriginalMessage());
        } catch (JsonProcessingException unreadable) {
            throw unreadable;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a text", impossible);
        }
    }

    private static void refuseMore(String text, JsonParser parser) {
        String rest =
                text.substring((int) parser.currentLocation().getCharOffset()).strip();
        if (!rest.isEmpty()) {
            throw new InvalidRequest(
                    "The request",
                    "must be one JSON object with nothing behind it",
                    Text.cut(rest, 100) + " behind it");
        }
    }

    private static JsonNode strict(String text) throws JsonProcessingException {
        try (JsonParser parser = STRICT.createParser(text)) {
            return read(parser);
        } catch (JsonProcessingException unreadable) {
            throw unreadable;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a text", impossible);
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        try {
            return STRICT.readTree(parser);
        } catch (JsonProcessingException failure) {
            if (failure.getOriginalMessage().startsWith("Duplicate field ")) {
                throw new InvalidRequest(
                        Text.cut(place(parser.getParsingContext()), 300) + " must be there once, and comes twice");
            }
            throw failure;
        }
    }

    /** {@code stages[0].tasks[1].syncId}. */
    private static String place(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        String before = place(context.getParent());
        return context.inArray()
                ? before + "[" + context.getCurrentIndex() + "]"
                : before + (before.isEmpty() ? "" : ".") + Text.cut(context.getCurrentName(), 100);
    }
}
