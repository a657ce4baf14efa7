package io.syncstep.local.simulator.wire;

import java.util.Set;

/** The tokens that are accepted. Default: every one that isn't empty. */
public final class Tokens {

    private volatile Set<String> accepted = Set.of();

    /** From now on only these; none at all means any again. A key that was changed in mid-run is one call of this. */
    public void accept(String... tokens) {
        accepted = Set.of(tokens);
    }

    /** False without {@code Authorization: Bearer …} too. */
    public boolean allow(Request request) {
        Set<String> now = accepted;
        return request.bearer()
                .filter(token -> now.isEmpty() || now.contains(token))
                .isPresent();
    }
}
