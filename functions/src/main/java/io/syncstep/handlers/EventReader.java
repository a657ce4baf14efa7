package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Reads EventBridge's events into AWS's own type. Lambda's runtime could do it too, but not before the first call, which
 * would take half a second more.
 */
final class EventReader {

    /** Without the event's time, which is of a type that Jackson does not know, and nobody asks for. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    ScheduledEvent.class,
                    event -> event.setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties("time")))
            .build();

    private EventReader() {}

    static ScheduledEvent read(byte[] json) throws IOException {
        return MAPPER.readValue(json, ScheduledEvent.class);
    }

    /** A text as JSON. */
    static byte[] quoted(String text) throws IOException {
        return MAPPER.writeValueAsBytes(text);
    }
}
