package io.syncstep.sync;

import java.util.Locale;

/** The services whose syncs can be run. Their names in requests are in lower case: {@code hightouch}. */
public enum ProviderName {
    HIGHTOUCH("Hightouch"),
    STITCH("Stitch"),
    DBT("dbt Cloud");

    private final String title;

    ProviderName(String title) {
        this.title = title;
    }

    /** The name as a person writes it. */
    public String title() {
        return title;
    }

    /** The name as requests, secrets and results spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
