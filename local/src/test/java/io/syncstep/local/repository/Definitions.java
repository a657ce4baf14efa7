package io.syncstep.local.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The state machines of {@code statemachine/}. */
final class Definitions {

    static final Path FOLDER = Path.of("../statemachine");
    static final Path SYNC = FOLDER.resolve("sync.asl.json");

    private Definitions() {}

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".asl.json")).sorted().toList().stream();
        }
    }

    static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its states and those inside them, by name. */
    static Stream<Map.Entry<String, JsonNode>> states(JsonNode machine) {
        return machine.path("States")
                .propertyStream()
                .flatMap(state ->
                        Stream.concat(Stream.of(state), states(state.getValue().path("ItemProcessor"))));
    }

    /** Of all state machines. */
    static Stream<Map.Entry<String, JsonNode>> everyState() throws IOException {
        return files().map(Definitions::read).flatMap(Definitions::states);
    }

    /** Of the state machine {@code sync}. */
    static Stream<Map.Entry<String, JsonNode>> statesOfSync() {
        return read(SYNC).path("States").propertyStream();
    }

    /** {@code X} of <code>${X}</code>. */
    static String name(JsonNode substitution) {
        return substitution.asText().replaceAll("[${}]", "");
    }
}
