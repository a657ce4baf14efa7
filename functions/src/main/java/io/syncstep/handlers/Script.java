package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a rehearsal plays, {@code rehearsal.json}: the events of each function, and the answers to the calls it makes. */
record Script(JsonNode json) {

    private static final String FILE = "rehearsal.json";
    private static final String STAGE = "https://stage";

    static Script read() throws IOException {
        try (InputStream file = Objects.requireNonNull(Script.class.getResourceAsStream(FILE), FILE)) {
            return new Script(new ObjectMapper().readTree(file));
        }
    }

    /** The events with which a function is called. */
    List<String> events(String function) {
        List<String> events = new ArrayList<>();
        json.path("events").path(function).forEach(event -> events.add(event.toString()));
        return events;
    }

    /** The answer to a call such as {@code GET /syncs/1/runs}; an empty object where the script has none. */
    String answer(String call, URI stage) {
        JsonNode answer = json.path("answers").path(call);
        return answer.isMissingNode() ? "{}" : answer.toString().replace(STAGE, stage.toString());
    }
}
