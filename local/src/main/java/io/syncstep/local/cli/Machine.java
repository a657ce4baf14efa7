package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The state machines of {@code statemachine/}, under the names that the command line takes. */
enum Machine {
    sync,
    pipeline;

    /** A word to somebody whose pipeline went to the machine of requests: that one only misses a provider. */
    Optional<String> hint(JsonNode input) {
        return this == sync && input.has("stages") && !input.has("provider")
                ? Optional.of("This looks like a pipeline: it needs --machine pipeline.")
                : Optional.empty();
    }
}
