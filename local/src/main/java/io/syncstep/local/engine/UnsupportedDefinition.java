package io.syncstep.local.engine;

import java.util.List;

/** The definition uses something that the engine would ignore, get wrong or hang on. Nothing of it was run. */
public final class UnsupportedDefinition extends RuntimeException {

    private final List<String> gaps;

    UnsupportedDefinition(List<String> gaps) {
        super("This state machine can't be run here: " + String.join("; ", gaps));
        this.gaps = List.copyOf(gaps);
    }

    /** Each thing that is not supported, with the state that uses it. */
    public List<String> gaps() {
        return gaps;
    }
}
