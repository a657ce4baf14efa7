package io.syncstep.local.simulator.wire;

import java.util.Set;

/** The tokens that are accepted. Default: every one that isn't empty. */
public final class Tokens {

    private final String scheme;
    private volatile Set<String> accepted = Set.of();

    /** Tokens of the scheme {@code Bearer}. */
    public Tokens() {
        this("Bearer");
    }

    /** Tokens behind another word: that of {@code Authorization: Token …}, say. */
    public Tokens(String scheme) {
        this.scheme = scheme;
    }

    /** From now on only these; none at all means any again. A key that was changed in mid-run is one call of this. */
    public void accept(String... tokens) {
        accepted = Set.of(tokens);
    }

    /** False without an {@code Authorization} of the scheme too. */
    public boolean allow(Request request) {
        Set<String> now = accepted;
        return request.token(scheme)
                .filter(token -> now.isEmpty() || now.contains(token))
                .isPresent();
    }
}
