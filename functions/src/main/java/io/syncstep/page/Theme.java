package io.syncstep.page;

import java.util.Locale;

/** Light or dark, or what the reader's own machine prefers. */
public enum Theme {
    LIGHT,
    DARK,
    READERS;

    /** The class of the outermost element. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
