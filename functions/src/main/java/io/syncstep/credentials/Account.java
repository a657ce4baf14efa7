package io.syncstep.credentials;

import io.syncstep.credentials.CredentialStore.Freshness;
import io.syncstep.sync.ProviderName;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider's account, with the credential that is valid now. */
public final class Account {

    private final CredentialStore store;
    private final ProviderName provider;
    private final String name;
    private final CredentialShape shape;
    private final Set<Secret> tokens = new LinkedHashSet<>();
    private @Nullable Credential credential;

    /** An account whose credential is read when it is first needed. */
    public Account(CredentialStore store, ProviderName provider, String name, CredentialShape shape) {
        this.store = store;
        this.provider = provider;
        this.name = name;
        this.shape = shape;
    }

    /**
     * The credential that is valid now.
     *
     * @throws CredentialNotFound when none is stored, or what is stored can't be used
     * @throws CredentialStoreUnavailable when the store did not answer just now
     */
    public Credential credential() {
        if (credential == null) {
            credential = read(Freshness.CACHED);
        }
        return credential;
    }

    /** Every token that this account was used with: none of them may appear in a text. */
    public Set<Secret> tokens() {
        return tokens;
    }

    /**
     * Reads the credential from the store itself, after a 401.
     *
     * @return whether it is another one now
     */
    public boolean renew() {
        Credential before = credential;
        Credential now = read(Freshness.FRESH);
        credential = now;
        return !now.equals(before);
    }

    private Credential read(Freshness freshness) {
        String id = provider.word() + "/" + name;
        String text = store.find(provider, name, freshness)
                .orElseThrow(() -> new CredentialNotFound("No credential is stored for " + id + ". Store one under "
                        + store.nameOf(provider, name) + ", a JSON object with " + shape.required() + "."));
        Credential parsed = shape.parse(store.nameOf(provider, name), text);
        tokens.add(parsed.token());
        return parsed;
    }
}
