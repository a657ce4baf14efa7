package io.syncstep.sync;

import java.util.Locale;

/** The services whose syncs can be run. Their names in requests are in lower case: {@code hightouch}. */
public enum ProviderName {
    HIGHTOUCH,
    STITCH;

    /** The name as requests, secrets and results spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
