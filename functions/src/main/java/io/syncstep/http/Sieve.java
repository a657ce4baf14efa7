package io.syncstep.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteBufferFeeder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a JSON text, while it comes, what is wanted of it. The rest, such as the configuration of a sync or the SQL of a model,
 * may be a hundred times as long, and several accounts are read at the same time: of it no more than one value is held, until it
 * has come whole.
 */
final class Sieve implements Sink {

    private enum Mode {
        /** By the names of fields. */
        SIFT,
        /** All of the value that comes, and then by names again. */
        KEEP,
        /** Nothing of it, likewise. */
        DROP
    }

    private static final String TOO_MUCH = "what is needed of it is larger than " + Http.LARGEST_MB + " MB";

    private final Wanted wanted;
    private final JsonParser parser;
    private final StringWriter kept = new StringWriter();
    private final JsonGenerator out;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private Mode mode = Mode.SIFT;
    private int depth;
    private int modeBegan = -1;
    private boolean isUnreadable;

    Sieve(Wanted wanted) {
        this.wanted = wanted;
        try {
            this.parser = Json.MAPPER.getFactory().createNonBlockingByteBufferParser();
            this.out = Json.MAPPER.getFactory().createGenerator(kept);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    @Override
    public synchronized @Nullable String take(ByteBuffer bytes) {
        if (isUnreadable) {
            return null;
        }
        try {
            ((ByteBufferFeeder) parser.getNonBlockingInputFeeder()).feedInput(readable(bytes));
            for (JsonToken token = next(); token != null; token = next()) {
                pass(token);
            }
            out.flush();
        } catch (IOException noJson) {
            isUnreadable = true;
        }
        return kept.getBuffer().length() > Http.LARGEST_BODY ? TOO_MUCH : null;
    }

    /** As much as is there of what was kept; nothing of what is no JSON. */
    @Override
    public synchronized String text() {
        return isUnreadable ? "" : kept.toString();
    }

    private @Nullable JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        return token == JsonToken.NOT_AVAILABLE ? null : token;
    }

    private void pass(JsonToken token) throws IOException {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (mode == Mode.SIFT && token == JsonToken.FIELD_NAME) {
            mode = modeFor(parser.currentName());
            modeBegan = depth;
            keep();
            return;
        }
        keep();
        if (depth == modeBegan) {
            mode = Mode.SIFT;
        }
    }

    private void keep() throws IOException {
        if (mode != Mode.DROP) {
            out.copyCurrentEvent(parser);
        }
    }

    private Mode modeFor(String field) {
        if (wanted.whole().contains(field)) {
            return Mode.KEEP;
        }
        return wanted.names().contains(field) ? Mode.SIFT : Mode.DROP;
    }

    /** In place of bytes that are no UTF-8 the usual sign, as a {@code String} would have it: the parser refuses them. */
    private ByteBuffer readable(ByteBuffer bytes) {
        ByteBuffer all = ByteBuffer.allocate(rest.remaining() + bytes.remaining())
                .put(rest)
                .put(bytes)
                .flip();
        CharBuffer chars = CharBuffer.allocate(all.remaining());
        decoder.decode(all, chars, false);
        rest = all;
        return StandardCharsets.UTF_8.encode(chars.flip());
    }
}
