package io.syncstep.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.syncstep.sync.Request;

/** A request that is read from its text, as a test writes it. */
final class ParsedRequest {

    private ParsedRequest() {}

    static Request of(String text) {
        try {
            return RequestParser.parse(RequestText.parse(text));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
