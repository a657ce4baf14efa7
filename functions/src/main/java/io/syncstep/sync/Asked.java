package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/** What a request asks for: whose task, and with which credential. What an invalid one does not tell by the rules is null. */
public record Asked(
        @Nullable ProviderName provider,
        @Nullable String account,
        @Nullable Task task) {

    /** By a request of which nothing could be read. */
    public static final Asked NOTHING = new Asked(null, null, null);

    public static Asked by(Request request) {
        return new Asked(request.provider(), request.account(), request.task());
    }
}
