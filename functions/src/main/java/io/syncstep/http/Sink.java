package io.syncstep.http;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Where the bytes of a body go, and what is kept of them. */
interface Sink {

    /** Takes some more bytes; tells why no more of them are wanted, or null when they are. */
    @Nullable
    String take(ByteBuffer bytes);

    /** What was kept so far. */
    String text();
}
