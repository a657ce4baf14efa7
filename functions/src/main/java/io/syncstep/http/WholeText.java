package io.syncstep.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps every byte. */
final class WholeText implements Sink {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public @Nullable String take(ByteBuffer bytes) {
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        kept.writeBytes(chunk);
        return null;
    }

    @Override
    public String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
