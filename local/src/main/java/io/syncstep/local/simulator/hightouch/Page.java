package io.syncstep.local.simulator.hightouch;

import io.syncstep.local.simulator.wire.Request;
import java.util.List;

/** One page of a list. */
record Page<T>(List<T> data, boolean hasMore) {

    private static final String DEFAULT_LIMIT = "100";

    /** The page asked for. Throws {@code NumberFormatException} when {@code limit} or {@code offset} is no number. */
    static <T> Page<T> of(List<T> all, Request request) {
        int limit = Integer.parseUnsignedInt(request.parameter("limit").orElse(DEFAULT_LIMIT));
        int offset = Integer.parseUnsignedInt(request.parameter("offset").orElse("0"));
        int from = Math.min(offset, all.size());
        int to = Math.min(from + limit, all.size());
        return new Page<>(all.subList(from, to), to < all.size());
    }
}
