package io.syncstep.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A provider's documented answer, from a file of its own; {@code README.md} beside it names the source. */
public final class Fixture {

    private Fixture() {}

    /** The text of {@code src/test/resources/} and that path. */
    public static String of(String path) {
        try (InputStream file = Objects.requireNonNull(Fixture.class.getResourceAsStream("/" + path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
