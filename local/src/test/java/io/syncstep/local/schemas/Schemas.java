package io.syncstep.local.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.syncstep.local.engine.Json;
import io.syncstep.local.events.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas of {@code events/schemas/}, by their names there. */
public final class Schemas {

    public static final Path FOLDER = Path.of("../events/schemas");

    private static final String AT = "syncstep:/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Schemas::read));

    private Schemas() {}

    /** One of them. */
    static JsonNode of(String name) {
        return Json.read(read(AT + name + ".json"));
    }

    /** What is wrong with the value, for a person. */
    public static List<String> troubles(String schema, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of(AT + schema + ".json")).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** Refuses an event that is not as its schema says: the name of its detail-type, with a hyphen. */
    public static void check(Published event) {
        assertThat(troubles(
                        event.detailType().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), event.detail()))
                .as("%s %s", event.detailType(), event.detail())
                .isEmpty();
    }

    private static String read(String location) {
        try {
            return Files.readString(FOLDER.resolve(location.substring(AT.length())));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
