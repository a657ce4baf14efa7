package io.syncstep.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.json.RequestText;
import io.syncstep.sync.InvalidRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file with the request: {@code -} is standard input. */
record RequestFile(String name) {

    /** Far above what an execution takes as its input, which is 256 KiB. */
    private static final int LARGEST = 1024 * 1024;

    /**
     * Reads it.
     *
     * @throws Unusable when it can't be read, or is not JSON in UTF-8
     * @throws InvalidRequest when it is JSON that means nothing for certain: a key twice, text behind the object
     */
    JsonNode read(InputStream standardInput) {
        try {
            return RequestText.parse(unmarked(text(bytes(standardInput))));
        } catch (JsonProcessingException e) {
            var place = e.getLocation() == null
                    ? ""
                    : " (line %d, column %d)"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new Unusable(shown() + " is not JSON: " + e.getOriginalMessage() + place, e);
        }
    }

    /** JSON has no such mark (RFC 8259), and a state machine would refuse it without saying why. */
    private String unmarked(String text) {
        if (text.startsWith("\uFEFF")) {
            throw new Unusable(shown() + " begins with a byte order mark (BOM): save it as UTF-8 without one");
        }
        return text;
    }

    private byte[] bytes(InputStream standardInput) {
        try {
            var bytes = name.equals("-") ? limited(standardInput) : limitedFile();
            if (bytes.length > LARGEST) {
                throw new Unusable(shown() + " is larger than 1 MiB: that is no request");
            }
            return bytes;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Unusable("there is no file " + name, e);
        } catch (IOException e) {
            throw new Unusable(shown() + " can't be read: " + e.getMessage(), e);
        }
    }

    private byte[] limitedFile() throws IOException {
        try (var stream = Files.newInputStream(Path.of(name))) {
            return limited(stream);
        }
    }

    private static byte[] limited(InputStream stream) throws IOException {
        return stream.readNBytes(LARGEST + 1);
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unusable(shown() + " is not text in UTF-8", e);
        }
    }

    private String shown() {
        return name.equals("-") ? "standard input" : name;
    }
}
